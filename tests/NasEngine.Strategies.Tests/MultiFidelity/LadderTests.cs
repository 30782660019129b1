using System.Buffers;
using NasEngine.Contracts;
using NasEngine.Strategies.MultiFidelity.MoAsha;
using NasEngine.Strategies.MultiFidelity.Rungs;

namespace NasEngine.Strategies.Tests.MultiFidelity;

public sealed class LadderTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Trials_in_flight_come_back_to_their_rungs_from_a_state_of_either_version(bool pairs)
    {
        var state = new ArrayBufferWriter<byte>();
        var writer = new StateWriter(state, 1);
        writer.Write(2);
        new ContenderRung().Save(writer);
        new ContenderRung().Save(writer);
        if (pairs)
        {
            writer.Write(2);
            writer.Write(7L);
            writer.Write(1);
            writer.Write(9L);
            writer.Write(0);
        }
        else
        {
            writer.Write([1, 0]);
            writer.Write(7L);
            writer.Write(9L);
        }

        var reader = new StateReader("test", state.WrittenSpan, 1);
        var ladder = Ladder<ContenderRung, Contender>.Restore("test", 2, Races.Space.Decisions, ref reader, pairs);
        reader.Done();
        ladder.Observe(7, Of(7));
        ladder.Observe(9, Of(9));
        ladder.Observe(8, Of(8));

        ladder.Rungs.Select(rung => rung.All.Select(one => one.Number)).Should().BeEquivalentTo(new long[][] { [9], [7] });
    }

    [Fact]
    public void A_state_of_another_number_of_rungs_is_refused_by_the_strategys_name()
    {
        var state = new ArrayBufferWriter<byte>();
        new Ladder<ContenderRung, Contender>(3).Save(new StateWriter(state, 1));

        FluentActions.Invoking(() =>
        {
            var reader = new StateReader("test", state.WrittenSpan, 1);
            Ladder<ContenderRung, Contender>.Restore("mo-asha", 2, Races.Space.Decisions, ref reader);
        }).Should().Throw<InputException>().WithMessage("The saved state of strategy 'mo-asha' has 3 rungs, and its options make 2; *");
    }

    private static Contender Of(long number) =>
        new(number, Races.Space.Decisions.Sample(RandomSource.For(1, 0, "any")), [1], 0);
}
