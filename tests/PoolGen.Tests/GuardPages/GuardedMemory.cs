using System.ComponentModel;
using System.Runtime.InteropServices;

namespace PoolGen.Tests.GuardPages;

/// <summary>
/// Memory between two stretches that nobody may touch: an access outside of it ends the process. The stretches are far wider than a
/// page, so that a step of a whole plane too far does not jump over them.
/// </summary>
internal sealed unsafe partial class GuardedMemory : IDisposable
{
    private const int GuardBytes = 1 << 26;
    private const int NoAccess = 0;
    private const int ReadAccess = 1;
    private const int WriteAccess = 2;
    private const int PrivateAndAnonymous = 0x22;

    private readonly byte* mapping;
    private readonly nuint mappedBytes;
    private readonly int usableBytes;

    /// <summary>Maps at least <paramref name="bytes"/> usable bytes.</summary>
    public GuardedMemory(int bytes)
    {
        usableBytes = (bytes + Environment.SystemPageSize - 1) / Environment.SystemPageSize * Environment.SystemPageSize;
        mappedBytes = (nuint)usableBytes + (2 * (nuint)GuardBytes);
        mapping = Map(null, mappedBytes, NoAccess, PrivateAndAnonymous, -1, 0);
        if ((nint)mapping == -1)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        Protect(ReadAccess | WriteAccess);
    }

    /// <summary>Whether the system maps and protects memory in this way.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux();

    /// <summary>Every usable byte.</summary>
    public Span<byte> All => new(mapping + GuardBytes, usableBytes);

    /// <summary>From now on the memory may only be read.</summary>
    public void MakeReadOnly() => Protect(ReadAccess);

    /// <summary>Elements that start right behind the first guard.</summary>
    public Span<T> AtStart<T>(int length)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(All)[..length];

    /// <summary>Elements that end right before the second guard.</summary>
    public Span<T> AtEnd<T>(int length)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(All)[^length..];

    public void Dispose() => _ = Unmap(mapping, mappedBytes);

    private void Protect(int access)
    {
        if (Protect(mapping + GuardBytes, (nuint)usableBytes, access) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial byte* Map(void* address, nuint length, int access, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static partial int Protect(void* address, nuint length, int access);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static partial int Unmap(void* address, nuint length);
}
