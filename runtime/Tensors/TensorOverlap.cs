using System;

namespace PoolGen;

/// <summary>Whether two tensors share memory.</summary>
internal static class TensorOverlap
{
    /// <summary>
    /// False only where no element of one is an element of the other. Views of one buffer are told apart where their first, or first few,
    /// axes step over the other view: batches, halves of a picture, groups of channels. What cannot be told apart counts as shared.
    /// </summary>
    /// <param name="lengths">The lengths of one tensor.</param>
    /// <param name="strides">Its strides, in elements.</param>
    /// <param name="otherLengths">The lengths of the other.</param>
    /// <param name="otherStrides">Its strides, in elements.</param>
    /// <param name="distance">Bytes from the first element of the one to the first of the other.</param>
    /// <param name="elementSize">Bytes of an element.</param>
    public static bool Exists(
        ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, ReadOnlySpan<nint> otherLengths, ReadOnlySpan<nint> otherStrides, nint distance, int elementSize)
    {
        // With so many outer axes taken apart, every element lies in a block that starts at a multiple of their common step.
        for (int outer = 0; outer < lengths.Length; outer++)
        {
            nint step = CommonStep(CommonStep(0, lengths[..outer], strides), otherLengths[..outer], otherStrides) * elementSize;
            nint block = TensorGuard.Reach(lengths[outer..], strides[outer..]) * elementSize;
            nint otherBlock = TensorGuard.Reach(otherLengths[outer..], otherStrides[outer..]) * elementSize;
            if (step == 0 ? distance >= block || -distance >= otherBlock : Apart(distance, step, block, otherBlock))
                return false;
        }

        return true;
    }

    /// <summary>Whether the blocks stand side by side between one multiple of the step and the next.</summary>
    private static bool Apart(nint distance, nint step, nint block, nint otherBlock)
    {
        nint place = ((distance % step) + step) % step;
        return place >= block && place + otherBlock <= step;
    }

    private static nint CommonStep(nint step, ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides)
    {
        for (int axis = 0; axis < lengths.Length; axis++)
        {
            nint rest = lengths[axis] > 1 ? strides[axis] : 0;
            while (rest != 0)
                (step, rest) = (rest, step % rest);
        }

        return step;
    }
}
