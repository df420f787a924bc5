using PoolGen.Tests.Children;
using Xunit.MicrosoftTestingPlatform;

namespace PoolGen.Tests;

/// <summary>The test program. Some tests run it again as a child with other settings of the runtime, or where a fault would end it.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args) =>
        Child.TaskOf(args) is string task
            ? Child.Run(task)
            : await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
}
