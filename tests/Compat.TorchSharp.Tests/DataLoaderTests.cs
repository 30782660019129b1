using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace Compat.TorchSharp.Tests;

public sealed class DataLoaderTests
{
    [Fact]
    public void Batches_come_in_order_and_the_last_one_is_short_unless_dropped()
    {
        using var data = TensorDataset(arange(7), arange(7) * 10);
        using var all = DataLoader(data, 3, disposeDataset: false);
        using var full = DataLoader(data, 3, drop_last: true, disposeDataset: false);

        all.Select(batch => string.Join(",", batch[1].data<long>().ToArray())).Should().Equal("0,10,20", "30,40,50", "60");
        full.Count().Should().Be(2);
        all.Count.Should().Be(3);
        full.Count.Should().Be(2);
    }

    [Fact]
    public void A_seed_gives_the_same_order_every_time_with_any_number_of_workers()
    {
        using var data = TensorDataset(arange(100));
        using var one = DataLoader(data, 9, shuffle: true, seed: 5, disposeDataset: false);
        using var many = DataLoader(data, 9, shuffle: true, seed: 5, num_worker: 2, disposeDataset: false);
        static long[] Order(IEnumerable<IList<Tensor>> loader) => loader.SelectMany(batch => batch[0].data<long>().ToArray()).ToArray();

        var order = Order(one);

        order.Order().Should().Equal(Enumerable.Range(0, 100).Select(i => (long)i));
        order.Should().NotBeInAscendingOrder();
        Order(one).Should().Equal(order);
        Order(many).Should().Equal(order);
    }

    [Fact]
    public void A_batch_is_freed_when_the_next_one_is_asked_for()
    {
        using var data = TensorDataset(arange(6));
        using var loader = DataLoader(data, 3, disposeDataset: false);
        using var batches = loader.GetEnumerator();
        batches.MoveNext();
        var first = batches.Current[0];

        batches.MoveNext();

        first.IsInvalid.Should().BeTrue();
    }
}
