using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using PoolGen.Tests.Children;
using PoolGen.Tests.Kernels;
using PoolGen.Tests.Support;

namespace PoolGen.Tests.Emulation;

/// <summary>
/// The child that writes what it runs on, and then for every kernel of the set whether it is right. It does without the test runner,
/// which needs more of an emulated system than the kernels do.
/// </summary>
internal static class KernelChecks
{
    public const string Task = "kernel-checks";
    public const string Right = "right";

    // Beyond as many taps the plain loops of the oracle take too long under emulation for an image per place and value.
    private const int FewTaps = 16;

    /// <summary>What this process runs on.</summary>
    public static string Platform => Describe(RuntimeInformation.ProcessArchitecture, AdvSimd.Arm64.IsSupported, Widths.Widest);

    /// <summary>What a process runs on, in words.</summary>
    public static string Describe(Architecture architecture, bool advSimd, string widest) =>
        $"{architecture}, {(advSimd ? "with" : "without")} AdvSimd, widest vectors: {widest}";

    public static void Write(TextWriter log)
    {
        log.WriteLine(Platform);
        foreach (PoolKernel kernel in TestKernels.All)
        {
            log.WriteLine($"{TestKernels.NameOf(kernel)}: {Verdict(kernel)}");
            log.Flush();
        }
    }

    private static string Verdict(PoolKernel kernel)
    {
        string name = TestKernels.NameOf(kernel);
        List<PoolShape> shapes = TestShapes.Few(kernel);
        try
        {
            for (int i = 0; i < shapes.Count; i++)
            {
                PoolCase @case = new(kernel.Config, shapes[i], kernel.ElementType, TestShapes.DataFor(kernel.Config, i), i);
                if (Ways.Fault(kernel, @case) is string fault)
                    return fault.Replace('\n', ' ');
            }

            SpecialValueTests special = new();
            special.Images_of_nothing_but_special_values_are_pooled_by_the_rules(name);
            if (kernel.Config.Depth.Window * kernel.Config.Height.Window * kernel.Config.Width.Window <= FewTaps && kernel.FixedShape.Height is null)
                special.One_special_value_is_treated_alike_wherever_it_stands(name);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return fault.Message.Replace('\n', ' ');
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Right} on {shapes.Count} shapes");
    }
}
