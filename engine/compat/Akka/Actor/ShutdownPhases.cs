using Akka.Configuration;

namespace Akka.Actor;

internal sealed record ShutdownPhase(IReadOnlyList<string> DependsOn, TimeSpan Timeout, bool Recover);

/// <summary>The configured phases in an order that respects what they depend on.</summary>
internal sealed class ShutdownPhases
{
    private readonly Dictionary<string, ShutdownPhase> _phases;

    private ShutdownPhases(Dictionary<string, ShutdownPhase> phases)
    {
        _phases = phases;
        Ordered = Sort(phases);
    }

    public IReadOnlyList<string> Ordered { get; }

    public ShutdownPhase this[string phase] =>
        _phases.GetValueOrDefault(phase) ?? throw new ArgumentException($"Unknown phase [{phase}]. All phases must be defined in configuration.", nameof(phase));

    public static ShutdownPhases Read(Config config)
    {
        var defaultTimeout = config.GetTimeSpan("default-phase-timeout");
        var phases = config.GetConfig("phases");
        return new ShutdownPhases(phases.Keys.ToDictionary(name => name, name => new ShutdownPhase(
            [.. phases.GetStringList($"{name}.depends-on")],
            phases.GetTimeSpan($"{name}.timeout", defaultTimeout, allowInfinite: false),
            phases.GetBoolean($"{name}.recover", true))));
    }

    public bool Contains(string phase) => _phases.ContainsKey(phase);

    private static List<string> Sort(Dictionary<string, ShutdownPhase> phases)
    {
        var ordered = new List<string>();
        var open = new HashSet<string>();
        foreach (var phase in phases.Keys)
            Visit(phase);
        return ordered;

        void Visit(string phase)
        {
            if (ordered.Contains(phase))
                return;
            if (!open.Add(phase))
                throw new ArgumentException($"The shutdown phases depend on each other in a circle through [{phase}].");
            if (!phases.TryGetValue(phase, out var found))
                throw new ArgumentException($"A shutdown phase depends on [{phase}], which is not defined.");
            foreach (var earlier in found.DependsOn)
                Visit(earlier);
            ordered.Add(phase);
        }
    }
}
