using static TorchSharp.torch;

namespace Compat.TorchSharp.Tests;

public sealed class TensorTests
{
    [Fact]
    public void A_tensor_made_from_an_array_has_its_values_shape_and_type()
    {
        using var made = tensor(new float[] { 1, 2, 3, 4, 5, 6 }, [2, 3]);

        made.shape.Should().Equal(2, 3);
        made.dtype.Should().Be(ScalarType.Float32);
        made.data<float>().ToArray().Should().Equal(1, 2, 3, 4, 5, 6);
    }

    [Fact]
    public void A_tensor_copies_its_array_but_from_array_shares_it()
    {
        var values = new float[] { 1, 2 };
        using var copy = tensor(values);
        using var shared = from_array(values);

        values[0] = 7;

        copy[0].item<float>().Should().Be(1);
        shared[0].item<float>().Should().Be(7);
    }

    [Fact]
    public void Data_reads_and_writes_in_place_without_a_copy()
    {
        using var made = zeros(2, 2);

        made.data<float>()[1, 0] = 5;

        made.sum().item<float>().Should().Be(5);
    }

    [Fact]
    public void Indexing_takes_numbers_slices_masks_index_tensors_new_axes_and_ellipsis()
    {
        using var made = arange(12).reshape(3, 4);

        made[1, 2].item<long>().Should().Be(6);
        made[.., 1].data<long>().ToArray().Should().Equal(1, 5, 9);
        made[1.., 2..].data<long>().ToArray().Should().Equal(6, 7, 10, 11);
        made[TensorIndex.Ellipsis, ^1].data<long>().ToArray().Should().Equal(3, 7, 11);
        made[TensorIndex.None, 0].shape.Should().Equal(1, 4);
        made[made > 8].data<long>().ToArray().Should().Equal(9, 10, 11);
        made[tensor(new long[] { 2, 0 })].data<long>().ToArray().Should().Equal(8, 9, 10, 11, 0, 1, 2, 3);
        made[TensorIndex.Colon, TensorIndex.Tensor(tensor(new long[] { 3, 0 }))].shape.Should().Equal(3, 2);
        made[TensorIndex.Slice(0, 3, 2)].shape.Should().Equal(2, 4);
    }

    [Fact]
    public void Assigning_through_an_index_changes_the_tensor()
    {
        using var made = zeros(3, 3);

        made[0, 1] = tensor(1f);
        made[1] = tensor(new float[] { 2, 2, 2 });
        made[made > 1.5] = tensor(9f);
        made[.., 2] = tensor(-1f);

        made.data<float>().ToArray().Should().Equal(0, 1, -1, 9, 9, -1, 0, 0, -1);
    }

    [Fact]
    public void Backward_accumulates_gradients_and_no_grad_records_nothing()
    {
        using var x = tensor(new double[] { 1, 2, 3 }, requires_grad: true);

        (x * x).sum().backward();
        (x * 3).sum().backward();

        x.grad!.data<double>().ToArray().Should().Equal(5, 7, 9);
        using (no_grad()) (x * 2).requires_grad.Should().BeFalse();
    }

    [Fact]
    public void The_gradient_of_a_gradient_is_there_when_the_graph_is_kept()
    {
        using var x = tensor(3.0, requires_grad: true);

        var first = autograd.grad([x.pow(3)], [x], create_graph: true)[0];
        var second = autograd.grad([first], [x])[0];

        second.item<double>().Should().Be(18);
    }

    [Fact]
    public void A_native_error_is_an_exception_that_names_both_shapes()
    {
        var add = () => zeros(2, 3) + zeros(4, 5);

        add.Should().Throw<System.Runtime.InteropServices.ExternalException>()
            .WithMessage("*must match*(aten::add on shapes [2, 3], [4, 5])");
    }

    [Fact]
    public void A_use_after_dispose_says_so()
    {
        var gone = zeros(2);
        gone.Dispose();

        gone.Invoking(t => t.sum()).Should().Throw<InvalidOperationException>().WithMessage("*disposed*");
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers_and_a_state_can_be_put_back()
    {
        manual_seed(5);
        using var first = rand(4);
        using var state = get_rng_state();
        using var second = rand(4);
        set_rng_state(state);
        using var again = rand(4);
        manual_seed(5);
        using var restarted = rand(4);

        again.Equals(second).Should().BeTrue();
        restarted.Equals(first).Should().BeTrue();
    }
}
