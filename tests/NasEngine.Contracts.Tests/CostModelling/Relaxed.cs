using System.Collections.Immutable;

namespace NasEngine.Contracts.Tests.CostModelling;

/// <summary>A space whose mixtures weigh its own decisions. Its costs depend on every pair of values.</summary>
internal sealed class Relaxed(DecisionSpace decisions) : IRelaxedSpace
{
    public DecisionSpace Decisions => decisions;

    public ImmutableSortedDictionary<string, Architecture> References => ImmutableSortedDictionary<string, Architecture>.Empty;

    public string Format(Architecture architecture) => architecture.Key;

    public Architecture Parse(string text) => throw new InputException(text);

    public ArchitectureCost Cost(Architecture architecture)
    {
        long sum = 1;
        foreach (var value in architecture.Values)
        {
            sum = (sum * 3) + ((value + 2) * (value + 2));
        }

        return new ArchitectureCost(sum, sum % 7, 4);
    }
}
