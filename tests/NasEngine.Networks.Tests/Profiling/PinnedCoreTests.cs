namespace NasEngine.Networks.Tests;

public sealed class PinnedCoreTests
{
    [Fact]
    public void A_thread_is_held_on_one_core_and_then_may_be_where_it_could_be_before()
    {
        var before = Allowed();
        var core = new PinnedCore();

        string held;
        using (core.Hold())
        {
            held = Allowed();
        }

        held.Should().MatchRegex(OperatingSystem.IsLinux() ? "^[0-9]+$" : "^$", "one core has no range");
        Allowed().Should().Be(before);
    }

    [Fact]
    public void The_core_is_the_same_each_time()
    {
        var core = new PinnedCore();
        string[] cores = [.. Enumerable.Range(0, 20).Select(_ =>
        {
            using var held = core.Hold();
            return Allowed();
        })];

        cores.Distinct().Should().ContainSingle();
    }

    private static string Allowed() => !OperatingSystem.IsLinux() ? "" : File.ReadLines("/proc/thread-self/status")
        .First(line => line.StartsWith("Cpus_allowed_list:", StringComparison.Ordinal)).Split('\t')[1];
}
