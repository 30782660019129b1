using NasEngine.Host.Tests.Swaps;

namespace NasEngine.Benchmarks.Swaps;

/// <summary>Versions of FP-NAS's plugin that cannot take over, or that do not let go.</summary>
internal static class BadBuilds
{
    private const string Register = "public void Register(IPluginRegistry registry)\n    {";
    private const string Restore = "public void Restore(ReadOnlyMemory<byte> state)\n    {\n        var reader = new StateReader(_schedule.Owner, state.Span, StateVersion);";

    /// <summary>What each is, how it is put in place, and the words of the answer.</summary>
    public static readonly (string What, Action<SwapDrill, long> Put, string Answer)[] All =
    [
        ("no assembly", (drill, number) => Write(drill, $"no assembly {number}"), "is not a .NET assembly"),
        ("throws while it registers", (drill, number) => FpNasBuild.Put(
            drill, number, Register, Register + " throw new InvalidOperationException(\"out of luck\");"), "cannot be loaded: out of luck"),
        ("throws while it takes the state", (drill, number) => FpNasBuild.Put(
            drill, number, Restore, Restore + " throw new InvalidOperationException(\"out of its mind\");"), "InvalidOperationException: out of its mind"),
        ("knows older states only", (drill, number) => FpNasBuild.Put(
            drill, number, Restore, Restore.Replace("StateVersion", "StateVersion - 1", StringComparison.Ordinal)), "state"),
        ("offers another strategy", (drill, number) => FpNasBuild.Put(drill, number, "\"fp-nas\",", "\"fp-nas-2\","), "'fp-nas'"),
        ("was built against newer contracts", (drill, _) => FpNasBuild.PutOfNewerContracts(drill), "was built against NasEngine.Contracts"),
        ("never returns while it takes the state", (drill, number) => FpNasBuild.Put(
            drill, number, Restore, Restore + " Thread.Sleep(Timeout.Infinite);"), "it took too long to take the strategy's state"),
        ("holds on to itself (leaky)", (drill, number) => FpNasBuild.Put(drill, number, further: """
            internal static class Leak
            {
                private static int _ended;

                [System.Runtime.CompilerServices.ModuleInitializer]
                internal static void Hold() => AppDomain.CurrentDomain.ProcessExit += (_, _) => _ended++;
            }
            """), "was swapped"),
    ];

    private static void Write(SwapDrill drill, string text)
    {
        var aside = drill.Folder.Of("aside.dll");
        File.WriteAllText(aside, text);
        File.Move(aside, drill.Dll(drill.Plugins[0]), overwrite: true);
    }
}
