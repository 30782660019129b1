using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>
/// A space that is one base network at several depths, widths and resolutions, all combined with all (EfficientNet, ICML 2019, arXiv
/// 1905.11946): what compound scaling works on.
/// </summary>
public interface IScaledSpace : ISearchSpace
{
    /// <summary>Choices of the depth as multiples of the base network's, ascending.</summary>
    ImmutableArray<double> Depths { get; }

    /// <summary>Choices of the width as multiples of the base network's, ascending.</summary>
    ImmutableArray<double> Widths { get; }

    /// <summary>Choices of the resolution as multiples of the base network's, ascending.</summary>
    ImmutableArray<double> Resolutions { get; }

    /// <summary>The architecture of these choices, by their numbers from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such choice.</exception>
    Architecture Scaled(int depth, int width, int resolution);
}
