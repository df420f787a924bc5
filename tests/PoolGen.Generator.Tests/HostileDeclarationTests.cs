using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests;

/// <summary>Sources that are legal but set traps for generated text.</summary>
public class HostileDeclarationTests
{
    [Fact]
    public void Keywords_everywhere()
    {
        GeneratorRun run = GeneratorRun.Of("""
            using PoolGen;

            namespace @namespace.@class.record
            {
                public partial class @if<@in, @var>
                {
                    [PoolKernel(2, 2, PoolMode.Max, Name = "void")]
                    [PoolKernel(3, 2, PoolMode.Max, Name = "await")]
                    public partial struct @struct
                    {
                        [PoolKernel(PoolRank.Volume, 3, 1, PoolMode.Max, Padding = 1)]
                        public static partial void @new(System.ReadOnlySpan<double> @in, System.Span<double> @out, in PoolShape @params);

                        [PoolKernel(PoolRank.Volume, 2, 2, PoolMode.Average, Channels = 2, Depth = 2, Height = 2, Width = 2)]
                        public static partial void @file(System.ReadOnlySpan<double> @scoped, System.Span<double> @nameof);
                    }

                    public partial class @partial
                    {
                        [PoolKernel(2, 2, PoolMode.Max)]
                        public partial void @record(System.ReadOnlySpan<float> @field, System.Span<float> value, PoolShape @async);
                    }
                }
            }
            """).CompilesClean();
        Assert.Equal(6, run.Files.Count);
    }

    [Fact]
    public void Types_of_the_user_with_the_names_of_NET()
    {
        GeneratorRun run = GeneratorRun.Of("""
            public class Math { public static int Max => 0; }
            public class Vector256;
            public class Vector128<T>;
            public class MemoryMarshal;
            public class Unsafe;
            public class ReadOnlySpan<T>;
            public struct Single;
            public class PoolShape;
            public class PoolConfig;
            public class PoolKernel;
            public class Span<T>;

            namespace Mine.PoolGen
            {
                public class System;

                [global::PoolGen.PoolKernel(2, 2, global::PoolGen.PoolMode.Max)]
                public static partial class Pools
                {
                    public class Span<T>;
                    public class ReadOnlySpan<T>;
                    public class System;
                    public class PoolShape;
                    public class PoolGuard;
                    public class PoolKernel;
                    public class PoolGen;
                    public static int Run => 1;
                    public static int Rows => 1;
                    public static int Config => 1;
                    public static int FixedShape => 1;
                    public static int Max2x2S2Kernel => 1;

                    [global::PoolGen.PoolKernel(2, 2, global::PoolGen.PoolMode.Average, Channels = 1, Height = 2, Width = 2)]
                    public static partial void Smooth(global::System.ReadOnlySpan<double> input, global::System.Span<double> output);
                }
            }
            """).CompilesClean();
        Assert.Equal(3, run.Files.Count);
    }

    [Fact]
    public void Aliases_for_the_attribute_and_the_spans() => Assert.Equal(4, GeneratorRun.Of("""
        global using Kernel = PoolGen.PoolKernelAttribute;
        using Input = System.ReadOnlySpan<float>;
        using Output = System.Span<float>;
        using Shape = PoolGen.PoolShape;
        using Wide = PoolGen.PoolKernelAttribute<double>;
        using static PoolGen.PoolMode;

        [Kernel(2, 2, Max), Wide(2, 2, Average)]
        partial class Pools
        {
            [method: Kernel(3, 2, Max)]
            static partial void Run(Input input, Output output, Shape shape);
        }
        """).CompilesClean().Files.Count);

    [Fact]
    public void Members_and_bases_with_generated_names()
    {
        GeneratorRun run = GeneratorRun.Of(Compilations.Usings + """
            [PoolKernel(2, 2, Max)]
            public partial class Base
            {
                public int Max2x2S2(int size) => size;

                [PoolKernel(2, 2, Max)]
                public partial class Nested : Base;
            }

            [PoolKernel(2, 2, Max)]
            [PoolKernel(3, 2, Max)]
            public partial class Derived : Base
            {
                public static int Count => Base.Kernels.Count + Kernels.Count;
            }
            """).CompilesClean();
        Assert.Equal(7, run.Files.Count);
    }

    [Fact]
    public void A_base_with_generated_kernels_in_another_assembly()
    {
        Compilation library = GeneratorRun.Of(Compilations.Usings + """
            /// <summary>Documented.</summary>
            [PoolKernel(2, 2, Max)]
            public partial class Base;
            """).CompilesClean().Output;
        using MemoryStream image = new();
        Assert.True(library.WithAssemblyName("Library").Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        image.Position = 0;
        GeneratorRun run = GeneratorRun.Of(Compilations.Create(Compilations.Usings + """
            [PoolKernel(2, 2, Max)]
            public partial class Derived : Base;
            """).AddReferences(MetadataReference.CreateFromStream(image))).CompilesClean();
        Assert.Equal(2, run.Files.Count);
    }

    [Fact]
    public void Carriage_returns_do_not_reach_the_output()
    {
        string source = (Compilations.Usings + """
            namespace Mine;
            [PoolKernel(2, 2, Max)]
            public static partial class Pools
            {
                /// <summary>
                /// Mine.
                /// </summary>
                [PoolKernel(3, 2, Max)]
                public
                    static
                    partial
                void Run(
                    ReadOnlySpan<float> input,
                    Span<float> output,
                    PoolShape shape);
            }
            """).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Contains("public static partial void Run(", GeneratorRun.Of(source).CompilesClean().AllText, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_parts_in_two_files_make_one_set_of_output()
    {
        GeneratorRun run = GeneratorRun.Of(
            Compilations.Usings + "[PoolKernel<double>(2, 2, Max)] partial class Pools { }",
            Compilations.Usings + "[PoolKernel(3, 2, Max)] [PoolKernel<double>(3, 2, Max)] partial class Pools { }",
            Compilations.Usings + "partial class Pools { static int Count => Kernels.Count; }").CompilesClean();
        Assert.Equal(["Pools.Kernels", "Pools.Max2x2S2", "Pools.Max3x3S2", "Pools.Max3x3S2"], run.Members);
    }

    [Fact]
    public void Several_parts_in_one_file_make_one_set_of_output()
    {
        GeneratorRun run = GeneratorRun.Of(Compilations.Usings + """
            [PoolKernel(2, 2, Max)] partial class Pools { }
            [PoolKernel<double>(2, 2, Max)] partial class Pools { }
            [PoolKernel(3, 2, Max)] partial class Pools { }
            """).CompilesClean();
        Assert.Equal(["Pools.Kernels", "Pools.Max2x2S2", "Pools.Max2x2S2", "Pools.Max3x3S2"], run.Members);
    }

    [Fact]
    public void Case_twins_arities_and_nesting_have_files_of_their_own()
    {
        GeneratorRun run = GeneratorRun.Of(Compilations.Usings + """
            namespace A { [PoolKernel(2, 2, Max, Name = "run")] [PoolKernel(2, 2, Max, Name = "Run")] partial class @pools { } }
            namespace A { [PoolKernel(2, 2, Max, Name = "run")] [PoolKernel<double>(2, 2, Max, Name = "run")] partial class Pools { } }
            namespace A { [PoolKernel(2, 2, Max, Name = "run")] partial class Pools<T> { } }
            namespace A { partial class Pools<T> { [PoolKernel(2, 2, Max, Name = "run")] partial class @pools { } } }
            namespace A.Pools2 { [PoolKernel(2, 2, Max)] partial class B { } }
            namespace A { partial class Pools3 { [PoolKernel(2, 2, Max)] internal partial class B { } } }
            namespace A { [PoolKernel(2, 2, Max)] partial class Pools3_B { } }
            [PoolKernel(2, 2, Max)] partial class Ä { }
            """).CompilesClean();
        Assert.Equal(18, run.Files.Count);
        Assert.Equal(run.Files.Count, run.Files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Very_long_names_stay_short_on_disk()
    {
        string name = new('N', 400);
        GeneratorRun run = GeneratorRun.Of($"{Compilations.Usings} namespace {name} {{ [PoolKernel(2, 2, Max)] partial class {name} {{ }} }}").CompilesClean();
        Assert.All(run.Files.Keys, file => Assert.InRange(file.Length, 1, 160));
    }

    [Fact]
    public void Top_level_statements_and_a_partial_Program()
    {
        CSharpCompilation compilation = Compilations.Create("""
            using PoolGen;
            using static PoolGen.PoolMode;
            System.Console.WriteLine(Kernels.Count);

            [PoolKernel(2, 2, Max)]
            partial class Program
            {
                [PoolKernel(3, 3, Max)]
                static partial void Run(System.ReadOnlySpan<float> input, System.Span<float> output, PoolShape shape);
            }
            """);
        GeneratorRun.Of(compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication))).CompilesClean();
    }

    [Fact]
    public void The_oldest_language_version_nullable_off_and_checked_arithmetic()
    {
        CSharpCompilation compilation = Compilations.Create(
            Compilations.ParseOptions(LanguageVersion.CSharp12),
            Compilations.Usings + """
                [PoolKernel(2, 2, Max)]
                public partial class Pools<T> where T : class { }
                """);
        CSharpCompilationOptions options = compilation.Options.WithOverflowChecks(true).WithNullableContextOptions(NullableContextOptions.Disable);
        GeneratorRun.Of(compilation.WithOptions(options)).CompilesClean();
    }
}
