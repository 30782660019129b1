using System.Text;
using NasEngine.Contracts;
using NasEngine.Pipeline.Tests.Toys;

namespace NasEngine.Pipeline.Tests;

/// <summary>A damaged journal is refused with the place, and a repair leads to the undisturbed end; or the damage is harmless.</summary>
public sealed class DamageTests
{
    private const int Flips = 60;

    [Theory]
    [InlineData(false, 500)]
    [InlineData(true, 1000)]
    public async Task A_journal_cut_at_every_500th_byte_or_its_log_at_every_1000th_is_refused_and_repaired_or_sound(bool log, int step)
    {
        var drill = await DamageDrill.PrepareAsync(log);
        var cut = log ? drill.Log : drill.Journal;
        for (var length = 0; length < cut.Length; length += step)
        {
            var outcome = await (log ? drill.MeetAsync(drill.Journal, cut[..length]) : drill.MeetAsync(cut[..length], []));

            outcome.Same.Should().BeTrue($"cut at {length}: {outcome.Refusal}");
            (outcome.Refusal ?? "nas doctor --repair").Should().Contain("nas doctor --repair", $"cut at {length}");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_flipped_bit_is_refused_and_repaired_or_harmless(bool log)
    {
        var drill = await DamageDrill.PrepareAsync(log);
        foreach (var flip in Enumerable.Range(0, Flips))
        {
            var random = RandomSource.For(1, flip, "flips");
            byte[] damaged = [.. log ? drill.Log : drill.Journal];
            var at = random.NextInt(damaged.Length);
            damaged[at] ^= (byte)(1 << random.NextInt(8));

            var outcome = await (log ? drill.MeetAsync(drill.Journal, damaged) : drill.MeetAsync(damaged, []));

            outcome.Same.Should().BeTrue($"flip {flip} at byte {at}: {outcome.Refusal}");
        }
    }

    [Theory]
    [InlineData("state TEXT")]
    [InlineData("kind TEXT")]
    [InlineData("WITHOUT ROWID")]
    public async Task A_table_that_is_not_what_it_was_is_refused_and_repaired(string definition)
    {
        var drill = await DamageDrill.PrepareAsync(inLog: false);
        byte[] damaged = [.. drill.Journal];
        damaged[damaged.AsSpan().IndexOf(Encoding.ASCII.GetBytes(definition)) + 2] ^= 2;

        var outcome = await drill.MeetAsync(damaged, []);

        outcome.Should().BeEquivalentTo(new { Same = true });
        outcome.Refusal.Should().Contain("nas doctor --repair");
    }

    [Fact]
    public async Task A_layout_number_with_a_flipped_bit_is_refused_and_repaired_without_a_loss()
    {
        const int LayoutNumber = 60; // Four bytes of the file's head, see sqlite.org/fileformat.html.
        var drill = await DamageDrill.PrepareAsync(inLog: false);
        for (var bit = 0; bit < 32; bit++)
        {
            byte[] damaged = [.. drill.Journal];
            damaged[LayoutNumber + (bit / 8)] ^= (byte)(1 << (bit % 8));

            var outcome = await drill.MeetAsync(damaged, []);

            outcome.Same.Should().BeTrue($"bit {bit}: {outcome.Refusal}");
            outcome.Refusal.Should().ContainAny("layout", "damaged");
        }
    }

    [Fact]
    public async Task A_journal_emptied_beside_its_log_is_refused()
    {
        var drill = await DamageDrill.PrepareAsync(inLog: true);

        var outcome = await drill.MeetAsync([], drill.Log);

        outcome.Same.Should().BeTrue();
        outcome.Refusal.Should().Contain("is damaged (it is empty, but its log is not); 'nas doctor --repair'");
    }

    [Fact]
    public async Task An_empty_journal_is_one_that_was_never_begun()
    {
        var drill = await DamageDrill.PrepareAsync(inLog: false);

        (await drill.MeetAsync([], [])).Should().Be(new DamageOutcome(null, true));
    }
}
