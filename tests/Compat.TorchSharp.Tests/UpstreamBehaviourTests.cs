using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Compat.TorchSharp.Tests;

/// <summary>Promises of the TorchSharp package that its users rely on.</summary>
public sealed class UpstreamBehaviourTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void The_default_generator_outlives_its_disposal_and_follows_later_seeds()
    {
        using (var first = random.manual_seed(4711)) first.initial_seed().Should().Be(4711);
        using var default_ = Generator.Default;
        manual_seed(17);

        default_.initial_seed().Should().Be(17);
    }

    [Fact]
    public void Accessors_are_equal_when_their_elements_are_whatever_the_strides()
    {
        var slice = arange(12, int32).reshape(3, 4).slice(1, 1, 3, 1);

        (slice.contiguous().data<int>() == slice.data<int>()).Should().BeTrue();
        (slice.data<int>() != slice.add(1).data<int>()).Should().BeTrue();
        slice.data<int>().Equals(slice.contiguous().data<int>()).Should().BeTrue();
    }

    [Fact]
    public void Reading_elements_as_a_type_that_no_tensor_holds_is_an_argument_error() =>
        FluentActions.Invoking(() => ones(3).data<(float, float)>()).Should().Throw<ArgumentException>().WithMessage("*not compatible*");

    [Fact]
    public void A_scalar_is_never_taken_for_a_tensor_silently()
    {
        Scalar number = 10;
        FluentActions.Invoking(() => { Tensor _ = number; }).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Random_real_numbers_of_an_integer_type_are_refused()
    {
        FluentActions.Invoking(() => rand(3, 4, dtype: int8)).Should().Throw<ArgumentException>().WithMessage("*Int8*");
        FluentActions.Invoking(() => randn(3, 4, dtype: @bool)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Gradients_of_integers_and_signs_of_truth_values_are_refused()
    {
        FluentActions.Invoking(() => 1.ToTensor(requires_grad: true)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => ones(2, dtype: @bool).positive()).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Asking_for_a_device_that_is_not_there_says_so() =>
        FluentActions.Invoking(() => ones(2, device: CUDA)).Should().Throw<InvalidOperationException>().WithMessage("*CUDA*");

    [Fact]
    public void Nonzero_elements_are_counted_along_axes()
    {
        var input = tensor(new float[] { 0, 1, 1, 0, 0, 0, 0, 0, 1 }, [3, 3]);

        input.count_nonzero([0]).data<long>().ToArray().Should().Equal(0, 1, 2);
        input.count_nonzero().item<long>().Should().Be(3);
    }

    [Fact]
    public void Anomaly_mode_restores_whether_nans_are_looked_for()
    {
        using (new AnomalyMode(true, check_nan: false))
        {
            using (detect_anomaly()) AnomalyMode.ShouldCheckNaN.Should().BeTrue();
            AnomalyMode.ShouldCheckNaN.Should().BeFalse();
        }

        static IDisposable detect_anomaly() => autograd.detect_anomaly();
    }

    [Fact]
    public void A_cell_without_biases_computes_as_one_with_zero_biases()
    {
        var plain = LSTMCell(3, 4, bias: false);
        var biased = LSTMCell(3, 4);
        biased.load_state_dict(plain.state_dict(), strict: false);
        using (no_grad())
        {
            biased.bias_ih!.zero_();
            biased.bias_hh!.zero_();
        }

        var (input, h, c) = (randn(2, 3), randn(2, 4), randn(2, 4));
        var (one, other) = (plain.call(input, (h, c)), biased.call(input, (h, c)));

        one.Item1.allclose(other.Item1).Should().BeTrue();
        one.Item2.allclose(other.Item2).Should().BeTrue();
        one.Item1.sum().backward();
        plain.weight_hh.grad!.abs().sum().ToDouble().Should().BePositive();
    }

    [Fact]
    public void A_group_norm_of_a_matrix_is_an_argument_error() =>
        FluentActions.Invoking(() => GroupNorm(2, 6).call(ones(4, 6))).Should().Throw<ArgumentException>().WithMessage("*[4, 6]*");

    [Fact]
    public void A_tensor_as_a_list_has_a_list_per_row_of_scalars()
    {
        var rows = (System.Collections.ArrayList)arange(6).reshape(2, 3).tolist();

        rows.Count.Should().Be(2);
        ((System.Collections.ArrayList)rows[1]!).Cast<Scalar>().Select(number => number.ToInt32()).Should().Equal(3, 4, 5);
    }

    [Fact]
    public void A_tensor_as_text_is_its_shape_type_and_device() =>
        zeros(2, 3, dtype: int64).ToString().Should().Be("[2x3], type = Int64, device = cpu");

    [Fact]
    public void A_size_is_joined_sliced_and_taken_like_a_list()
    {
        Size size = (2, 3, 5);

        (size + (Size)7).Should().Equal(2, 3, 5, 7);
        size.Slice(1, 3).Should().Equal(3, 5);
        size.Slice(-2, -1).Should().Equal(3);
        size.Slice(2, 1).IsScalar.Should().BeTrue();
        size.Take(2).Should().Equal(2, 3);
    }

    public void Dispose() => _scope.Dispose();
}
