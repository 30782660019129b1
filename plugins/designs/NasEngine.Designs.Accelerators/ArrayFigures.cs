using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Designs.Accelerators;

/// <summary>What a network takes of an array, in closed form (<see cref="ArrayModel"/>).</summary>
internal static class ArrayFigures
{
    /// <summary>All of <see cref="DesignMetrics"/>.</summary>
    public static Measurement Of(ArrayUnits units, SystolicArray array, ImmutableArray<Gemm> layers)
    {
        var (cycles, traffic, macs) = (0.0, 0.0, 0L);
        foreach (var layer in layers)
        {
            var run = ArrayModel.Run(array, layer);
            (cycles, traffic, macs) = (cycles + run.Cycles, traffic + run.Traffic, macs + layer.Macs);
        }

        var milliseconds = cycles / (units.Gigahertz * 1e6);
        var area = units.Area.Of(array);
        return new Measurement()
            .With(DesignMetrics.Cycles, cycles)
            .With(DesignMetrics.Runtime, milliseconds)
            .With(DesignMetrics.Traffic, traffic)
            .With(DesignMetrics.Utilization, macs / (cycles * array.Elements))
            .With(DesignMetrics.Area, area)
            .With(DesignMetrics.BufferUse, array.BufferUse)
            .With(DesignMetrics.Efficiency, 1e3 / milliseconds / area);
    }
}
