using NasEngine.Contracts;
using NasEngine.Faults;
using NasEngine.Pipeline.Tests.Toys;

namespace NasEngine.Benchmarks.Chaos;

/// <summary>
/// Damage to a small journal, met in process: each is refused, repaired and resumed, or harmless; what does not come to the
/// undisturbed end counts as differing.
/// </summary>
internal static class DamageRows
{
    public static FaultRow Cut(string fault)
    {
        var drill = DamageDrill.PrepareAsync(inLog: false).GetAwaiter().GetResult();
        var lengths = Enumerable.Range(0, (drill.Journal.Length + 99) / 100).Select(i => i * 100);
        return Meet(fault, drill, lengths.Select(length => drill.Journal[..length]));
    }

    public static FaultRow Flip(string fault, int times, int seed)
    {
        var drill = DamageDrill.PrepareAsync(inLog: false).GetAwaiter().GetResult();
        return Meet($"{fault} (seed {seed})", drill, Enumerable.Range(0, times).Select(flip =>
        {
            var random = RandomSource.For((ulong)seed, flip, "flips");
            byte[] damaged = [.. drill.Journal];
            damaged[random.NextInt(damaged.Length)] ^= (byte)(1 << random.NextInt(8));
            return damaged;
        }));
    }

    public static FaultRow ClockJumps(string fault)
    {
        using var undisturbed = new Workspace();
        undisturbed.RunAsync(ToyParts.Spec(WorkKind.SupernetSteps)).GetAwaiter().GetResult();
        using var workspace = new Workspace { Time = new JumpingClock() };
        int[] stops = [5, 10, 15, 20, 25, 30, 35];
        foreach (var stop in stops)
        {
            workspace.RunAsync(ToyParts.Spec(WorkKind.SupernetSteps), stop).GetAwaiter().GetResult();
        }

        workspace.RunAsync(ToyParts.Spec(WorkKind.SupernetSteps)).GetAwaiter().GetResult();
        return new FaultRow(fault, stops.Length, 0, 0, workspace.Story() == undisturbed.Story() ? 0 : 1);
    }

    private static FaultRow Meet(string fault, DamageDrill drill, IEnumerable<byte[]> damaged)
    {
        var outcomes = damaged.Select(journal => drill.MeetAsync(journal, []).GetAwaiter().GetResult()).ToArray();
        return new FaultRow(fault, outcomes.Length, 0, 0, outcomes.Count(outcome => !outcome.Same));
    }
}
