using System.Buffers;

namespace NasEngine.Contracts.Tests;

public sealed class StateTests
{
    [Fact]
    public void What_was_written_is_read_back_bit_for_bit()
    {
        var state = new StateReader("strategy 'x'", Written(), newest: 3);
        state.Version.Should().Be(3);
        state.Flag().Should().BeTrue();
        state.Int32().Should().Be(int.MinValue);
        state.Int64().Should().Be(long.MaxValue);
        BitConverter.DoubleToInt64Bits(state.Double()).Should().Be(BitConverter.DoubleToInt64Bits(double.NaN));
        state.Int32s().Should().Equal(1, -1);
        state.Doubles().Should().Equal(0.1, double.NegativeInfinity);
        state.Bytes().Should().Equal(7, 0, 255);
        state.Text().Should().Be("ω of 'x'");
        state.Done();
    }

    [Fact]
    public void A_version_that_is_newer_than_the_plugin_is_refused() =>
        Reading(() => new StateReader("strategy 'x'", Written(), newest: 2)).Should().Throw<InputException>()
            .WithMessage("*strategy 'x' has version 3*versions 1 to 2*");

    [Fact]
    public void A_state_cut_short_anywhere_is_refused()
    {
        var whole = Written();
        for (var length = 0; length < whole.Length; length++)
        {
            var cut = whole[..length];
            Reading(() => ReadAll(cut)).Should().Throw<InputException>().WithMessage("*ends too early*");
        }
    }

    [Fact]
    public void A_state_with_something_behind_it_is_refused() =>
        Reading(() => ReadAll([.. Written(), 0])).Should().Throw<InputException>().WithMessage("*1 bytes too long*");

    [Fact]
    public void A_list_of_another_length_than_the_space_needs_is_refused() =>
        Reading(() =>
        {
            var state = new ArrayBufferWriter<byte>();
            new StateWriter(state, 1).Write([1.0, 2.0]);
            new StateReader("strategy 'x'", state.WrittenSpan, 1).Doubles(3);
        }).Should().Throw<InputException>().WithMessage("*2 numbers where the search space needs 3*");

    private static Action Reading(Action read) => read;

    private static void ReadAll(byte[] bytes)
    {
        var state = new StateReader("strategy 'x'", bytes, 3);
        state.Flag();
        state.Int32();
        state.Int64();
        state.Double();
        state.Int32s();
        state.Doubles();
        state.Bytes();
        state.Text();
        state.Done();
    }

    private static byte[] Written()
    {
        var bytes = new ArrayBufferWriter<byte>();
        var state = new StateWriter(bytes, 3);
        state.Write(true);
        state.Write(int.MinValue);
        state.Write(long.MaxValue);
        state.Write(double.NaN);
        state.Write([1, -1]);
        state.Write([0.1, double.NegativeInfinity]);
        state.WriteBytes([7, 0, 255]);
        state.Write("ω of 'x'");
        return bytes.WrittenSpan.ToArray();
    }
}
