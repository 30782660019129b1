using NasEngine.Contracts;

namespace NasEngine.Spaces.Cells;

/// <summary>A running sum of costs.</summary>
internal struct CostSum
{
    private long _macs;
    private long _parameters;
    private long _bytes;
    private long _weights;

    public readonly ArchitectureCost Cost => new(_macs, _parameters, _bytes) { WeightBytes = _weights };

    public void Add(in ArchitectureCost cost)
    {
        _macs += cost.Macs;
        _parameters += cost.Parameters;
        _bytes += cost.ActivationBytes;
        _weights += cost.WeightBytes;
    }
}
