using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Compat.TorchSharp.Tests;

public sealed class MemoryTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(5_000_000)]
    public void Freed_memory_is_the_next_of_its_size_to_be_handed_out(int elements)
    {
        nint first, second;
        using (var tensor = empty(elements)) first = Address(tensor);
        using (var tensor = empty(elements)) second = Address(tensor);

        second.Should().Be(first);
    }

    [Fact]
    public void Memory_of_every_size_holds_what_is_written_to_it_and_stands_at_a_multiple_of_64_bytes()
    {
        var tensors = Enumerable.Range(0, 250).Select(i => full(i, i, uint8)).ToArray();

        for (var i = 1; i < tensors.Length; i++)
        {
            tensors[i].eq(tensor((byte)i)).all().item<bool>().Should().BeTrue();
            (Address(tensors[i]) % 64).Should().Be(0);
        }

        foreach (var tensor in tensors) tensor.Dispose();
    }

    [Fact]
    public void A_tensor_that_no_machine_has_room_for_is_an_exception() =>
        FluentActions.Invoking(() => empty(1L << 50)).Should().Throw<ExternalException>();

    [Fact]
    public void What_is_kept_does_not_grow_with_the_number_of_different_sizes()
    {
        for (var kilobytes = 64; kilobytes < 60_000; kilobytes += kilobytes / 4)
        {
            using var tensor = empty(kilobytes * 1024L, uint8);
        }

        var (peak, kept) = (shim_memory_peak(reset: 0), shim_memory_kept());
        kept.Should().BeGreaterThan(0).And.BeLessThanOrEqualTo((64L << 20) + peak + (peak / 2));
    }

    [DllImport("libLibTorchSharp.so")]
    private static extern long shim_memory_peak(int reset);

    [DllImport("libLibTorchSharp.so")]
    private static extern long shim_memory_kept();

    private static nint Address(Tensor tensor) =>
        Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref MemoryMarshal.GetReference(tensor.bytes));
}
