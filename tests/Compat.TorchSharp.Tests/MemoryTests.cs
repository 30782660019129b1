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
    public void Memory_that_another_thread_freed_comes_back_to_the_thread_that_took_it()
    {
        var tensor = empty(3_000_001);
        var address = Address(tensor);
        var ofOther = OnNewThread(() =>
        {
            tensor.Dispose();
            using var other = empty(3_000_001);
            return Address(other);
        });
        using var again = empty(3_000_001);

        Address(again).Should().Be(address);
        ofOther.Should().NotBe(address);
    }

    [Fact]
    public void A_new_thread_is_handed_what_the_thread_that_ended_last_freed()
    {
        var first = OnNewThread(AddressOfNext);
        var second = OnNewThread(AddressOfNext);

        second.Should().Be(first);

        static nint AddressOfNext()
        {
            using var tensor = empty(3_500_001);
            return Address(tensor);
        }
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

    [Fact]
    public void What_is_kept_does_not_grow_with_the_number_of_threads()
    {
        using var end = new ManualResetEventSlim();
        shim_memory_peak(reset: 1);
        var threads = Enumerable.Range(0, 6).Select(_ => FreeAndLive(40_000_000, end)).ToList();

        var (peak, kept) = (shim_memory_peak(reset: 0), shim_memory_kept());
        end.Set();
        threads.ForEach(thread => thread.Join());

        kept.Should().BeGreaterThan(0).And.BeLessThanOrEqualTo((64L << 20) + peak + (peak / 2));
    }

    private static Thread FreeAndLive(long bytes, ManualResetEventSlim end)
    {
        using var freed = new ManualResetEventSlim();
        var thread = new Thread(() =>
        {
            empty(bytes, uint8).Dispose();
            freed.Set();
            end.Wait();
        });
        thread.Start();
        freed.Wait();
        return thread;
    }

    private static T OnNewThread<T>(Func<T> body)
    {
        var result = default(T)!;
        var thread = new Thread(() => result = body());
        thread.Start();
        thread.Join();
        return result;
    }

    [DllImport("libLibTorchSharp.so")]
    private static extern long shim_memory_peak(int reset);

    [DllImport("libLibTorchSharp.so")]
    private static extern long shim_memory_kept();

    private static nint Address(Tensor tensor) =>
        Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref MemoryMarshal.GetReference(tensor.bytes));
}
