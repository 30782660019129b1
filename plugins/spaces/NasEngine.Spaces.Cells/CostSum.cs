using NasEngine.Contracts;

namespace NasEngine.Spaces.Cells;

/// <summary>A running sum of costs.</summary>
internal struct CostSum
{
    private long _macs;
    private long _parameters;
    private long _bytes;

    public readonly ArchitectureCost Cost => new(_macs, _parameters, _bytes);

    public void Add(in ArchitectureCost cost)
    {
        _macs += cost.Macs;
        _parameters += cost.Parameters;
        _bytes += cost.ActivationBytes;
    }
}
