using System.Globalization;

namespace PoolGen.Bench.Report;

/// <summary>Writes measured numbers, the same in every report and culture.</summary>
internal static class Numbers
{
    public static string Time(double seconds) => Math.Abs(seconds) switch
    {
        < 1e-7 => Text($"{seconds * 1e9:0.0} ns"),
        < 1e-6 => Text($"{seconds * 1e9:0} ns"),
        < 1e-3 => Text($"{seconds * 1e6:0.00} µs"),
        < 1 => Text($"{seconds * 1e3:0.00} ms"),
        _ => Text($"{seconds:0.00} s"),
    };

    public static string Ratio(double ratio) => Text($"{ratio:0.00}×");

    public static string Share(double share) => Text($"{share:0.00}");

    public static string Kilobytes(double bytes) => Text($"{bytes / 1024:0.0} KB");

    public static string Bytes(double bytes) => Text($"{bytes:0} B");

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
