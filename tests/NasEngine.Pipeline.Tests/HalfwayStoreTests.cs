using NasEngine.Contracts;
using NasEngine.Pipeline.Checkpoints;

namespace NasEngine.Pipeline.Tests;

public sealed class HalfwayStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("halfway-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_written_last_is_read_until_it_is_dropped_and_trials_and_winners_are_apart()
    {
        var (trials, winners) = (Store("trial"), Store("final"));
        Write(trials, 1, "first");
        Write(trials, 1, "second");
        Write(winners, 1, "winner");

        (Read(trials, 1), Read(trials, 2), Read(winners, 1)).Should().Be(("second", null, "winner"));
        trials.Drop(1);
        (Read(trials, 1), Read(winners, 1)).Should().Be((null, "winner"));
    }

    [Fact]
    public void What_a_write_leaves_half_done_is_not_read()
    {
        var store = Store("trial");
        Write(store, 1, "whole");

        store.Invoking(one => one.Write(1, stream =>
        {
            stream.WriteByte(1);
            throw new IOException("No space left on device");
        })).Should().NotThrow("the training lacks nothing");

        Read(store, 1).Should().Be("whole");
        Directory.GetFiles(Path.Combine(_folder, "made when first written to")).Should().ContainSingle();
    }

    private HalfwayStore Store(string role) => new(Path.Combine(_folder, "made when first written to"), role);

    private static void Write(HalfwayStore store, long candidate, string text) =>
        store.Write(candidate, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));

    private static string? Read(IHalfwayTrainings store, long candidate)
    {
        using var stream = store.Open(candidate);
        return stream is null ? null : new StreamReader(stream).ReadToEnd();
    }
}
