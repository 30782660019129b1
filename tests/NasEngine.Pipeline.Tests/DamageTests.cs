using Microsoft.Data.Sqlite;
using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Tests.Toys;

namespace NasEngine.Pipeline.Tests;

public sealed class DamageTests : IDisposable
{
    private const int Flips = 60;

    private readonly Workspace _undisturbed = new();

    public void Dispose() => _undisturbed.Dispose();

    [Fact]
    public async Task A_flipped_bit_is_refused_or_harmless_and_a_repaired_search_ends_the_same()
    {
        await _undisturbed.RunAsync(ToyParts.Spec());
        var sound = await InterruptedAsync();
        foreach (var flip in Enumerable.Range(0, Flips))
        {
            using var workspace = new Workspace();
            var random = RandomSource.For(1, flip, "flips");
            var damaged = sound.ToArray();
            damaged[random.NextInt(damaged.Length)] ^= (byte)(1 << random.NextInt(8));
            await File.WriteAllBytesAsync(workspace.Journal, damaged);

            if (!await GoesOnAsync(workspace))
            {
                JournalRepair.Run(workspace.Folder, repair: true, DateTimeOffset.UnixEpoch);
                await workspace.RunAsync(ToyParts.Spec());
            }

            workspace.Story().Should().Be(_undisturbed.Story(), $"flip {flip}");
        }
    }

    [Fact]
    public async Task A_clock_that_jumps_changes_nothing()
    {
        await _undisturbed.RunAsync(ToyParts.Spec(WorkKind.SupernetSteps));
        using var workspace = new Workspace { Time = new JumpingClock() };
        await workspace.RunAsync(ToyParts.Spec(WorkKind.SupernetSteps), stopAt: 20);

        await workspace.RunAsync(ToyParts.Spec(WorkKind.SupernetSteps));

        workspace.Story().Should().Be(_undisturbed.Story());
    }

    private static async Task<byte[]> InterruptedAsync()
    {
        using var workspace = new Workspace();
        await workspace.RunAsync(ToyParts.Spec(), stopAt: 23);
        using (var connection = new SqliteConnection($"Data Source={workspace.Journal};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            command.ExecuteNonQuery();
        }

        return await File.ReadAllBytesAsync(workspace.Journal);
    }

    private static async Task<bool> GoesOnAsync(Workspace workspace)
    {
        try
        {
            await workspace.RunAsync(ToyParts.Spec());
            return true;
        }
        catch (InputException)
        {
            return false;
        }
    }
}
