namespace PoolGen.Bench.Workloads;

/// <summary>
/// The one list of workloads: tests check it, the comparison and the benchmarks time it. A row needs its attributes in
/// <see cref="AnyShapePools"/> and <see cref="FixedShapePools"/>. Shapes are channels × height × width, volumes with a depth before the height; one sample.
/// </summary>
public static class WorkloadList
{
    private const PoolLayout ChannelsLast = PoolLayout.ChannelsLast;

    private static readonly PoolConfig Max2 = PoolConfig.Max(2);
    private static readonly PoolConfig Max2Last = PoolConfig.Max(2, layout: ChannelsLast);
    private static readonly PoolConfig Max3S2 = PoolConfig.Max(3, stride: 2);
    private static readonly PoolConfig Max3S2Ceil = PoolConfig.Max(3, stride: 2, ceilMode: true);
    private static readonly PoolConfig Max3S2CeilLast = PoolConfig.Max(3, stride: 2, ceilMode: true, layout: ChannelsLast);
    private static readonly PoolConfig Max3S2P1 = PoolConfig.Max(3, stride: 2, padding: 1);
    private static readonly PoolConfig Max3S2P1Last = PoolConfig.Max(3, stride: 2, padding: 1, layout: ChannelsLast);
    private static readonly PoolConfig Max3S1P1 = PoolConfig.Max(3, stride: 1, padding: 1);
    private static readonly PoolConfig Max3S1P1Last = PoolConfig.Max(3, stride: 1, padding: 1, layout: ChannelsLast);
    private static readonly PoolConfig Max5S1P2 = PoolConfig.Max(5, stride: 1, padding: 2);
    private static readonly PoolConfig Max5S1P2Last = PoolConfig.Max(5, stride: 1, padding: 2, layout: ChannelsLast);
    private static readonly PoolConfig Max9S1P4 = PoolConfig.Max(9, stride: 1, padding: 4);
    private static readonly PoolConfig Max13S1P6 = PoolConfig.Max(13, stride: 1, padding: 6);
    private static readonly PoolConfig Max13S1P6Last = PoolConfig.Max(13, stride: 1, padding: 6, layout: ChannelsLast);
    private static readonly PoolConfig Average2 = PoolConfig.Average(2);
    private static readonly PoolConfig Average2Last = PoolConfig.Average(2, layout: ChannelsLast);
    private static readonly PoolConfig Average2Ceil = PoolConfig.Average(2, ceilMode: true);
    private static readonly PoolConfig Average3S1P1 = PoolConfig.Average(3, stride: 1, padding: 1);
    private static readonly PoolConfig Average3S1P1Last = PoolConfig.Average(3, stride: 1, padding: 1, layout: ChannelsLast);
    private static readonly PoolConfig Average3S1P1ExcludePad = PoolConfig.Average(3, stride: 1, padding: 1, countIncludePad: false);
    private static readonly PoolConfig Average3S2P1 = PoolConfig.Average(3, stride: 2, padding: 1);
    private static readonly PoolConfig Average7 = PoolConfig.Average(7);
    private static readonly PoolConfig Volume2 = PoolConfig.Max(2, rank: PoolRank.Volume);
    private static readonly PoolConfig Volume2Last = PoolConfig.Max(2, layout: ChannelsLast, rank: PoolRank.Volume);
    private static readonly PoolConfig GlobalAverage = PoolConfig.Global(PoolMode.Average);
    private static readonly PoolConfig GlobalAverageLast = PoolConfig.Global(PoolMode.Average, new PoolOptions { Layout = ChannelsLast });
    private static readonly PoolConfig Average7Last = PoolConfig.Average(7, layout: ChannelsLast);

    /// <summary>Every workload.</summary>
    public static IReadOnlyList<Workload> All { get; } =
    [
        .. ClassicNetworks(), .. Inceptions(), .. Residuals(), .. MobileNetworks(), .. Detectors(), .. Segmenters(), .. Volumes(), .. Signals(), .. Stress(), .. NarrowElements(), .. Adaptive(), .. Global(),
    ];

    /// <summary>The workloads of the quick comparison.</summary>
    public static IReadOnlyList<Workload> Core { get; } = [.. All.Where(workload => workload.IsCore)];

    private static IEnumerable<Workload> ClassicNetworks() =>
    [
        Row("L1", "LeNet-5 pool1", Average2, 6, 28, 28),
        Row("L2", "LeNet-5 pool2", Average2, 16, 10, 10),
        CoreRow("K1", "Keras example", Max2Last, 1, 28, 28),
        Row("A1-96", "AlexNet pool1", Max3S2, 96, 55, 55),
        Row("A1-64", "AlexNet pool1, torchvision", Max3S2, 64, 55, 55),
        Row("A2-256", "AlexNet pool2", Max3S2, 256, 27, 27),
        Row("A2-192", "AlexNet pool2, torchvision", Max3S2, 192, 27, 27),
        Row("A3", "AlexNet pool5", Max3S2, 256, 13, 13),
        CoreRow("V1", "VGG-16 pool1", Max2, 64, 224, 224),
        CoreRow("V1-last", "VGG-16 pool1", Max2Last, 64, 224, 224),
        Row("V2", "VGG-16 pool2", Max2, 128, 112, 112),
        Row("V3", "VGG-16 pool3", Max2, 256, 56, 56),
        Row("V4", "VGG-16 pool4", Max2, 512, 28, 28),
        CoreRow("V5", "VGG-16 pool5", Max2, 512, 14, 14),
        Row("V5-last", "VGG-16 pool5", Max2Last, 512, 14, 14),
    ];

    private static IEnumerable<Workload> Inceptions() =>
    [
        Row("G1", "GoogLeNet pool1", Max3S2Ceil, 64, 112, 112),
        CoreRow("G2", "GoogLeNet pool2", Max3S2Ceil, 192, 56, 56),
        Row("G2-last", "GoogLeNet pool2", Max3S2CeilLast, 192, 56, 56),
        Row("G3", "GoogLeNet pool3", Max3S2Ceil, 480, 28, 28),
        Row("G4", "GoogLeNet pool4", Max3S2Ceil, 832, 14, 14),
        CoreRow("G5", "GoogLeNet branch 3a", Max3S1P1, 192, 28, 28),
        Row("G5-last", "GoogLeNet branch 3a", Max3S1P1Last, 192, 28, 28),
        Row("G6", "GoogLeNet branch 4e", Max3S1P1, 528, 14, 14),
        CoreRow("G7", "GoogLeNet branch 5a", Max3S1P1, 832, 7, 7),
        Row("G7-last", "GoogLeNet branch 5a", Max3S1P1Last, 832, 7, 7),
        Row("I1-147", "Inception-v3 stem", Max3S2, 64, 147, 147),
        Row("I1-71", "Inception-v3 stem", Max3S2, 192, 71, 71),
        Row("I2-192", "Inception-v3 branch", Average3S1P1, 192, 35, 35),
        Row("I2-256", "Inception-v3 branch", Average3S1P1, 256, 35, 35),
        CoreRow("I2-288", "Inception-v3 branch", Average3S1P1, 288, 35, 35),
        Row("I2-288-last", "Inception-v3 branch", Average3S1P1Last, 288, 35, 35),
        CoreRow("I2-768", "Inception-v3 branch", Average3S1P1, 768, 17, 17),
        CoreRow("I2-1280", "Inception-v3 branch", Average3S1P1, 1280, 8, 8),
        CoreRow("I2-2048", "Inception-v3 branch", Average3S1P1, 2048, 8, 8),
        Row("I3-288", "Inception-v3 reduction", Max3S2, 288, 35, 35),
        Row("I3-768", "Inception-v3 reduction", Max3S2, 768, 17, 17),
        Row("I4-384", "Inception-v4 branch", Average3S1P1ExcludePad, 384, 35, 35),
        Row("I4-1024", "Inception-v4 branch", Average3S1P1ExcludePad, 1024, 17, 17),
        Row("I4-1536", "Inception-v4 branch", Average3S1P1ExcludePad, 1536, 8, 8),
        Row("I4-384-max", "Inception-v4 reduction", Max3S2, 384, 35, 35),
        Row("I4-1024-max", "Inception-v4 reduction", Max3S2, 1024, 17, 17),
    ];

    private static IEnumerable<Workload> Residuals() =>
    [
        CoreRow("R1", "ResNet and DenseNet stem", Max3S2P1, 64, 112, 112),
        CoreRow("R1-last", "ResNet and DenseNet stem", Max3S2P1Last, 64, 112, 112),
        Row("R2", "ResNet-50 head", Average7, 2048, 7, 7),
        Row("R3", "ResNet-D shortcut", Average2Ceil, 256, 56, 56),
        CoreRow("D2-56", "DenseNet-121 transition 1", Average2, 128, 56, 56),
        CoreRow("D2-28", "DenseNet-121 transition 2", Average2, 256, 28, 28),
        Row("D2-28-last", "DenseNet-121 transition 2", Average2Last, 256, 28, 28),
        CoreRow("D2-14", "DenseNet-121 transition 3", Average2, 512, 14, 14),
    ];

    private static IEnumerable<Workload> MobileNetworks() =>
    [
        Row("S1-109", "SqueezeNet 1.0 pool1", Max3S2Ceil, 96, 109, 109),
        Row("S1-111", "SqueezeNet 1.1 pool1", Max3S2Ceil, 64, 111, 111),
        Row("S2-54", "SqueezeNet 1.0 pool4", Max3S2Ceil, 256, 54, 54),
        Row("S2-55", "SqueezeNet 1.1 pool3", Max3S2Ceil, 128, 55, 55),
        Row("S3-512", "SqueezeNet 1.0 pool8", Max3S2Ceil, 512, 27, 27),
        Row("S3-256", "SqueezeNet 1.1 pool5", Max3S2Ceil, 256, 27, 27),
        Row("S4", "SqueezeNet head", PoolConfig.Average(13), 1000, 13, 13),
        CoreRow("M1-1024", "MobileNet-v1 and GoogLeNet head", Average7, 1024, 7, 7),
        Row("M1-1024-last", "MobileNet-v1 and GoogLeNet head", Average7Last, 1024, 7, 7),
        CoreRow("M1-1280", "MobileNet-v2 and EfficientNet-B0 head", Average7, 1280, 7, 7),
        CoreRow("M1-960", "MobileNet-v3 head", Average7, 960, 7, 7),
        Row("E1", "EfficientNet-B7 head", PoolConfig.Average(19), 2560, 19, 19),
        Row("E2-112", "EfficientNet squeeze", PoolConfig.Average(112), 32, 112, 112),
        Row("E2-56-96", "EfficientNet squeeze", PoolConfig.Average(56), 96, 56, 56),
        Row("E2-56-144", "EfficientNet squeeze", PoolConfig.Average(56), 144, 56, 56),
        Row("E2-28", "EfficientNet squeeze", PoolConfig.Average(28), 240, 28, 28),
        Row("E2-14", "EfficientNet squeeze", PoolConfig.Average(14), 672, 14, 14),
        Row("E2-7", "EfficientNet squeeze", Average7, 1152, 7, 7),
        Row("H1", "ShuffleNet stem", Max3S2P1, 24, 112, 112),
        Row("H2-56", "ShuffleNet-v1 shortcut", Average3S2P1, 24, 56, 56),
        Row("H2-28", "ShuffleNet-v1 shortcut", Average3S2P1, 240, 28, 28),
        Row("H2-14", "ShuffleNet-v1 shortcut", Average3S2P1, 480, 14, 14),
    ];

    private static IEnumerable<Workload> Detectors() =>
    [
        CoreRow("Y1-512", "YOLOv5-l SPPF", Max5S1P2, 512, 20, 20),
        Row("Y1-512-last", "YOLOv5-l SPPF", Max5S1P2Last, 512, 20, 20),
        CoreRow("Y1-256", "YOLOv5-s SPPF", Max5S1P2, 256, 20, 20),
        Row("Y2-5-13", "YOLOv3 SPP", Max5S1P2, 512, 13, 13),
        Row("Y2-5-19", "YOLOv3 SPP", Max5S1P2, 512, 19, 19),
        Row("Y2-9-13", "YOLOv3 SPP", Max9S1P4, 512, 13, 13),
        Row("Y2-9-19", "YOLOv3 SPP", Max9S1P4, 512, 19, 19),
        Row("Y2-9-20", "YOLOv3 SPP", Max9S1P4, 512, 20, 20),
        CoreRow("Y2-13-13", "YOLOv3 SPP", Max13S1P6, 512, 13, 13),
        Row("Y2-13-13-last", "YOLOv3 SPP", Max13S1P6Last, 512, 13, 13),
        CoreRow("Y2-13-19", "YOLOv3 SPP", Max13S1P6, 512, 19, 19),
        CoreRow("Y2-13-20", "YOLOv3 SPP", Max13S1P6, 512, 20, 20),
        Row("Y3-416", "Tiny-YOLO pool1", Max2, 16, 416, 416),
        Row("Y3-208", "Tiny-YOLO pool2", Max2, 32, 208, 208),
        Row("Y3-104", "Tiny-YOLO pool3", Max2, 64, 104, 104),
        Row("Y3-52", "Tiny-YOLO pool4", Max2, 128, 52, 52),
        Row("Y3-26", "Tiny-YOLO pool5", Max2, 256, 26, 26),
        Row("Y4", "Tiny-YOLO pool6", Uneven(PoolMode.Max, window: 2, after: 1), 512, 13, 13),
    ];

    private static IEnumerable<Workload> Segmenters() =>
    [
        Row("U1-568", "U-Net, valid convolutions", Max2, 64, 568, 568),
        Row("U1-280", "U-Net, valid convolutions", Max2, 128, 280, 280),
        Row("U1-136", "U-Net, valid convolutions", Max2, 256, 136, 136),
        Row("U1-64", "U-Net, valid convolutions", Max2, 512, 64, 64),
        CoreRow("U2-572", "U-Net, same convolutions", Max2, 64, 572, 572),
        CoreRow("U2-512", "U-Net, same convolutions", Max2, 64, 512, 512),
    ];

    /// <summary>Video and medical volumes; what pools along height and width alone takes every slice as a plane.</summary>
    private static IEnumerable<Workload> Volumes()
    {
        PoolAxis padded = new(2, 2) { PaddingBefore = 1, PaddingAfter = 1 };
        return
        [
            VolumeRow("C1", "C3D pool1", Max2, 64, 16, 112, 112),
            VolumeRow("C2-56", "C3D pool2", Volume2, 128, 16, 56, 56),
            VolumeRow("C2-28", "C3D pool3", Volume2, 256, 8, 28, 28),
            VolumeRow("C2-28-last", "C3D pool3", Volume2Last, 256, 8, 28, 28),
            VolumeRow("C2-14", "C3D pool4", Volume2, 512, 4, 14, 14),
            VolumeRow("C3", "C3D pool5", PoolConfig.Create(PoolMode.Max, new PoolAxis(2, 2), padded, padded), 512, 2, 7, 7),
            VolumeRow("C4", "I3D-ResNet-50 stem", Max3S2P1, 64, 16, 112, 112),
            VolumeRow("C5-64", "3D U-Net", Volume2, 64, 64, 64, 64),
            VolumeRow("C5-64-last", "3D U-Net", Volume2Last, 64, 64, 64, 64),
            VolumeRow("C5-28", "3D U-Net", Volume2, 128, 28, 28, 28),
            VolumeRow("C5-12", "3D U-Net", Volume2, 256, 12, 12, 12),
        ];
    }

    /// <summary>Sound and other signals; one-dimensional pooling is pooling over maps of height 1.</summary>
    private static IEnumerable<Workload> Signals() =>
    [
        Row("W1-8000", "M5 raw audio", Along(PoolMode.Max, 4, 4), 128, 1, 8000),
        Row("W1-2000", "M5 raw audio", Along(PoolMode.Max, 4, 4), 128, 1, 2000),
        Row("W1-500", "M5 raw audio", Along(PoolMode.Max, 4, 4), 256, 1, 500),
        Row("W1-125", "M5 raw audio", Along(PoolMode.Max, 4, 4), 512, 1, 125),
        CoreRow("W2", "InceptionTime branch", Along(PoolMode.Max, 3, 1, 1, 1), 128, 1, 1000),
        Row("W3", "Large window over a signal", Along(PoolMode.Max, 128, 1, 63, 64), 100, 1, 40960),
        Row("W3-3", "Small window over the same signal", Along(PoolMode.Max, 3, 1, 1, 1), 100, 1, 40960),
        Row("W4-96", "VGGish spectrogram", Max2, 64, 96, 64),
        Row("W4-48", "VGGish spectrogram", Max2, 128, 48, 32),
        Row("W4-24", "VGGish spectrogram", Max2, 256, 24, 16),
        Row("W4-12", "VGGish spectrogram", Max2, 512, 12, 8),
        Row("W5-128", "EEGNet", Along(PoolMode.Average, 4, 4), 16, 1, 128),
        Row("W5-32", "EEGNet", Along(PoolMode.Average, 8, 8), 16, 1, 32),
    ];

    /// <summary>Odd numbers of channels and narrow planes.</summary>
    private static IEnumerable<Workload> Stress() =>
    [
        CoreRow("X1-1", "Odd channels", Max3S2P1Last, 1, 57, 61),
        CoreRow("X1-3", "Odd channels", Max3S2P1Last, 3, 57, 61),
        CoreRow("X1-7", "Odd channels", Max3S2P1Last, 7, 57, 61),
        CoreRow("X1-17", "Odd channels", Max3S2P1Last, 17, 57, 61),
        CoreRow("X1-19", "Odd channels", Max3S2P1Last, 19, 57, 61),
        CoreRow("X1-33", "Odd channels", Max3S2P1Last, 33, 57, 61),
        Row("X2-7-max", "Narrow planes", Max3S2P1, 1024, 7, 7),
        Row("X2-4-max", "Narrow planes", Max3S2P1, 2048, 4, 4),
        Row("X2-2-max", "Narrow planes", Max3S2P1, 64, 2, 257),
        Row("X2-7-average", "Narrow planes", Average3S2P1, 1024, 7, 7),
        Row("X2-4-average", "Narrow planes", Average3S2P1, 2048, 4, 4),
        Row("X2-2-average", "Narrow planes", Average3S2P1, 64, 2, 257),
    ];

    /// <summary>Maxima over elements of 8 and 16 bits: the same work as over float, over a quarter and half of the bytes.</summary>
    private static IEnumerable<Workload> NarrowElements() =>
        from element in new[] { (Name: "int8", Type: typeof(sbyte)), (Name: "uint8", Type: typeof(byte)), (Name: "half", Type: typeof(Half)) }
        from row in new[]
        {
            Row("V1", "VGG-16 pool1", Max2, 64, 224, 224),
            Row("V1-last", "VGG-16 pool1", Max2Last, 64, 224, 224),
            Row("R1", "ResNet stem", Max3S2P1, 64, 112, 112),
            Row("R1-last", "ResNet stem", Max3S2P1Last, 64, 112, 112),
        }
        select row with { Id = $"{row.Id}-{element.Name}", Element = element.Type };

    /// <summary>A number of outputs whatever the size.</summary>
    private static IEnumerable<Workload> Adaptive() =>
    [
        CoreRow("P1-6", "PSPNet pyramid", PoolConfig.Adaptive(PoolMode.Average, 6, 6), 2048, 60, 60),
        Row("P1-6-last", "PSPNet pyramid", PoolConfig.Adaptive(PoolMode.Average, 6, 6, new PoolOptions { Layout = ChannelsLast }), 2048, 60, 60),
        Row("P1-3", "PSPNet pyramid", PoolConfig.Adaptive(PoolMode.Average, 3, 3), 2048, 60, 60),
        Row("P1-2", "PSPNet pyramid", PoolConfig.Adaptive(PoolMode.Average, 2, 2), 2048, 60, 60),
        Row("P2", "VGG head, torchvision, 12 to 7", PoolConfig.Adaptive(PoolMode.Average, 7, 7), 512, 12, 12),
        Row("P3", "GoogLeNet auxiliary head", PoolConfig.Adaptive(PoolMode.Average, 4, 4), 512, 14, 14),
        Row("P3-max", "the same as a maximum", PoolConfig.Adaptive(PoolMode.Max, 4, 4), 512, 14, 14),
    ];

    /// <summary>One output for each channel.</summary>
    private static IEnumerable<Workload> Global() =>
    [
        CoreRow("R2-global", "ResNet-50 head", GlobalAverage, 2048, 7, 7),
        Row("R2-global-last", "ResNet-50 head", GlobalAverageLast, 2048, 7, 7),
        Row("S4-global", "SqueezeNet head", GlobalAverage, 1000, 13, 13),
        Row("E2-global", "EfficientNet squeeze", GlobalAverage, 32, 112, 112),
        Row("R2-global-max", "ResNet-50 head as a maximum", PoolConfig.Global(PoolMode.Max), 2048, 7, 7),
    ];

    private static Workload CoreRow(string id, string network, PoolConfig config, int channels, int height, int width) =>
        new(id, network, config, new PoolShape(1, channels, height, width), IsCore: true);

    private static Workload Row(string id, string network, PoolConfig config, int channels, int height, int width) =>
        new(id, network, config, new PoolShape(1, channels, height, width), IsCore: false);

    private static Workload VolumeRow(string id, string network, PoolConfig config, int channels, int depth, int height, int width) =>
        new(id, network, config, new PoolShape(1, channels, depth, height, width), IsCore: false);

    private static PoolConfig Along(PoolMode mode, int window, int stride, int before = 0, int after = 0) =>
        PoolConfig.Create(mode, default, new PoolAxis(window, stride) { PaddingBefore = before, PaddingAfter = after });

    private static PoolConfig Uneven(PoolMode mode, int window, int after)
    {
        PoolAxis axis = new(window, 1) { PaddingAfter = after };
        return PoolConfig.Create(mode, axis, axis);
    }
}
