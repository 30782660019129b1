namespace NasEngine.Designs.Accelerators;

/// <summary>Names of what is known of a design.</summary>
public static class DesignMetrics
{
    /// <summary>Cycles of one image, with waits for memory.</summary>
    public const string Cycles = "cycles";

    /// <summary>Milliseconds of one image.</summary>
    public const string Runtime = "runtime_ms";

    /// <summary>Words from and to memory for one image.</summary>
    public const string Traffic = "memory_words";

    /// <summary>Multiply-adds ÷ (cycles × elements), 0 to 1.</summary>
    public const string Utilization = "utilization";

    /// <summary>Images per second and mm²: what Apollo maximises under a budget of area.</summary>
    public const string Efficiency = "images_per_s_mm2";

    /// <summary>Area, mm².</summary>
    public const string Area = "area_mm2";

    /// <summary>The share of half a buffer that a fold needs; a design above 1 cannot run.</summary>
    public const string BufferUse = "buffer_use";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Cycles, Runtime, Traffic, Utilization, Area, BufferUse, Efficiency];
}
