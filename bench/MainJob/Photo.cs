using PoolGen.Bench.Report;
using SkiaSharp;
using Spectre.Console;

namespace PoolGen.Bench.MainJob;

/// <summary>Pools a picture in every way of <see cref="PhotoPools"/> and writes what comes out.</summary>
internal static class Photo
{
    private const int Colours = 3;

    /// <summary>The picture that the project carries.</summary>
    public static string Default => Path.Combine(AppContext.BaseDirectory, "Data", "chelsea.png");

    /// <summary>Pools the picture in the given file.</summary>
    /// <exception cref="UserErrorException">There is no such file, it is not a picture, or it is too small to pool.</exception>
    public static void Run(IAnsiConsole console, string file)
    {
        using SKBitmap picture = Read(file);
        PoolShape shape = new(batch: 1, channels: Colours, height: picture.Height, width: picture.Width);
        float[] input = ToFloats(picture);
        foreach (PoolKernel<float> kernel in PhotoPools.Kernels.Cast<PoolKernel<float>>())
        {
            PoolShape pooled = OutputShape(kernel.Config, shape, file);
            float[] output = new float[pooled.Length];
            kernel.Run(input, output, shape);
            string path = Artifacts.PathOf($"{Path.GetFileNameWithoutExtension(file)}-{kernel.Config}.png");
            Write(path, output, pooled);
            console.WriteLine($"{Path.GetFileName(file)}, {shape.Height} × {shape.Width}, {kernel.Config}: {pooled.Height} × {pooled.Width} → {path}");
        }
    }

    private static PoolShape OutputShape(PoolConfig config, PoolShape shape, string file)
    {
        try
        {
            return config.OutputShape(shape);
        }
        catch (ArgumentException problem)
        {
            throw new UserErrorException($"The picture {file} is too small for {config}: {problem.Message}");
        }
    }

    private static SKBitmap Read(string file)
    {
        if (!File.Exists(file))
            throw new UserErrorException($"There is no file {file}; --image needs the path of a picture");

        // One format and byte order for whatever the file holds.
        using SKBitmap? decoded = Decode(file);
        SKBitmap? picture = decoded?.Copy(SKColorType.Rgba8888);
        return picture ?? throw new UserErrorException($"The file {file} is not a picture that can be read; PNG, JPEG, WebP, GIF or BMP is needed");
    }

    private static SKBitmap? Decode(string file)
    {
        try
        {
            using FileStream stream = File.OpenRead(file);
            using SKData data = SKData.Create(stream);
            return data.Size == 0 ? null : SKBitmap.Decode(data);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The file {file} cannot be opened: {problem.Message}");
        }
    }

    private static float[] ToFloats(SKBitmap picture)
    {
        float[] values = new float[picture.Width * picture.Height * Colours];
        int next = 0;
        for (int y = 0; y < picture.Height; y++)
        {
            for (int x = 0; x < picture.Width; x++)
            {
                SKColor colour = picture.GetPixel(x, y);
                values[next++] = colour.Red;
                values[next++] = colour.Green;
                values[next++] = colour.Blue;
            }
        }

        return values;
    }

    private static void Write(string path, float[] values, PoolShape shape)
    {
        using SKBitmap picture = new(shape.Width, shape.Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        int next = 0;
        for (int y = 0; y < shape.Height; y++)
        {
            for (int x = 0; x < shape.Width; x++)
                picture.SetPixel(x, y, new SKColor(ToByte(values[next++]), ToByte(values[next++]), ToByte(values[next++])));
        }

        using SKData png = picture.Encode(SKEncodedImageFormat.Png, quality: 100);
        using FileStream stream = File.Create(path);
        png.SaveTo(stream);
    }

    private static byte ToByte(float value) => (byte)MathF.Round(value);
}
