using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>Sums of the whole numbers of a plane, exact and so in any order. Generated code calls this.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PlaneSum
{
    // Sums of 16 bits and less stay below 2^31 over as many vectors.
    private const nuint MostVectors = 1 << 14;

    /// <summary>The sum of some rows of neighbouring elements of at most 32 bits, <paramref name="pitch"/> elements apart.</summary>
    public static long Of<T>(ref T first, nuint pitch, nuint rows, nuint columns)
        where T : unmanaged, IBinaryInteger<T>
    {
        // Rows without a gap are one row.
        if (pitch == columns)
            return OfRow(ref first, rows * columns);
        long sum = 0;
        for (nuint row = 0; row < rows; row++)
            sum += OfRow(ref Unsafe.Add(ref first, row * pitch), columns);
        return sum;
    }

    private static long OfRow<T>(ref T first, nuint length)
        where T : unmanaged, IBinaryInteger<T>
    {
        long sum = 0;
        nuint index = 0;
        if (Vector256.IsHardwareAccelerated && Unsafe.SizeOf<T>() < sizeof(int))
        {
            nuint lanes = (nuint)Vector256<int>.Count;
            while (index + lanes <= length)
            {
                Vector256<int> sums = Vector256<int>.Zero;
                for (nuint end = nuint.Min(length, index + (MostVectors * lanes)); index + lanes <= end; index += lanes)
                    sums += Wide.Load256<T, int>(ref first, index);
                sum += Vector256.Sum(Vector256.Add(Vector256.WidenLower(sums), Vector256.WidenUpper(sums)));
            }
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Vector256<long> sums = Vector256<long>.Zero;
            for (; index + (nuint)Vector256<long>.Count <= length; index += (nuint)Vector256<long>.Count)
                sums += Wide.Load256<T, long>(ref first, index);
            sum = Vector256.Sum(sums);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Vector128<long> sums = Vector128<long>.Zero;
            for (; index + (nuint)Vector128<long>.Count <= length; index += (nuint)Vector128<long>.Count)
                sums += Wide.Load128<T, long>(ref first, index);
            sum = Vector128.Sum(sums);
        }

        for (; index < length; index++)
            sum += long.CreateTruncating(Unsafe.Add(ref first, index));
        return sum;
    }
}
