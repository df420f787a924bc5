using System.Reflection;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Tests.Cases;

/// <summary>The cases of regressions.txt, computed in every way there is.</summary>
[Trait("Category", "kernels")]
public sealed class RegressionTests
{
    public static TheoryData<string> Cases => [.. Lines().Where(line => line.Length > 0 && !line.StartsWith('#'))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_is_computed_as_the_oracle_does(string text)
    {
        PoolCase @case = PoolCase.Parse(text);

        Assert.Equal(text, @case.ToString());
        Assert.Null(Ways.Fault(@case));
    }

    private static IEnumerable<string> Lines()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("regressions.txt")!;
        using StreamReader lines = new(stream);
        while (lines.ReadLine() is string line)
            yield return line;
    }
}
