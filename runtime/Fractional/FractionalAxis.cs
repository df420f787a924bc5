namespace PoolGen;

/// <summary>Fractional pooling along one axis: windows of one size at distances that a sample shuffles.</summary>
/// <param name="Window">Taps of a window, from 1 to 4096.</param>
/// <param name="Outputs">Windows along the axis, from 1 to 4096.</param>
public readonly record struct FractionalAxis(int Window, int Outputs);
