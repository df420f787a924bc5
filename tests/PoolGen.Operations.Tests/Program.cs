using PoolGen.Operations.Tests.Guarded;
using Xunit.MicrosoftTestingPlatform;

namespace PoolGen.Operations.Tests;

/// <summary>The test program. One test runs it again as a child, where a fault would end it.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (args is not [GuardedOperations.Switch])
            return await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
        GuardedOperations.Run(Console.Out);
        return 0;
    }
}
