using PoolGen.Generator.Model;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Tests.Plan;

/// <summary>What elements are in registers, up to the last window whose sums divide exactly.</summary>
public class RegisterTypeTests
{
    public static TheoryData<string, int, string?> Averages => new()
    {
        { nameof(ElementType.Float), 4096, nameof(ElementType.Float) },
        { nameof(ElementType.Half), 4096, nameof(ElementType.Float) },
        { nameof(ElementType.Byte), 181, nameof(ElementType.Int) },
        { nameof(ElementType.Byte), 182, nameof(ElementType.Long) },
        { nameof(ElementType.SByte), 255, nameof(ElementType.Int) },
        { nameof(ElementType.Short), 15, nameof(ElementType.Int) },
        { nameof(ElementType.Short), 16, nameof(ElementType.Long) },
        { nameof(ElementType.UShort), 11, nameof(ElementType.Int) },
        { nameof(ElementType.UShort), 4096, nameof(ElementType.Long) },
        { nameof(ElementType.Int), 1023, nameof(ElementType.Long) },
        { nameof(ElementType.Int), 1024, null },
        { nameof(ElementType.Long), 1, null },
    };

    [Theory]
    [MemberData(nameof(Averages))]
    public void Averages_are_summed_in(string element, int window, string? register) =>
        Assert.Equal(register, RegisterType.Of(Enum.Parse<ElementType>(element), ModeTraits.Of(PoolMode.Average), fusion: null, (long)window * window)?.ToString());

    [Fact]
    public void Halves_are_compared_as_whole_numbers() =>
        Assert.Equal(ElementType.Short, RegisterType.Of(ElementType.Half, ModeTraits.Of(PoolMode.Min), fusion: null, 9));

    [Fact]
    public void Sums_of_whole_numbers_wrap_where_they_are() =>
        Assert.Equal(ElementType.Byte, RegisterType.Of(ElementType.Byte, ModeTraits.Of(PoolMode.Sum), fusion: null, 1 << 24));

    [Fact]
    public void What_no_register_holds_is_left_to_the_generic_loops()
    {
        PoolConfig config = PoolConfig.Average(2, rounding: PoolRounding.Truncate);
        Assert.Equal("no vectors hold sums of so many taps of whole numbers", KernelPlanner.Plan(config, default, ElementType.Long).FallbackReason);
        Assert.Null(KernelPlanner.Plan(config, default, ElementType.Int).FallbackReason);
    }
}
