using TorchSharp.Interop;
using static TorchSharp.torch;

namespace Compat.TorchSharp.Tests;

public sealed class NativeTests
{
    [Fact]
    public void Every_operator_that_is_named_here_is_in_this_libtorch()
    {
        var fields = typeof(Aten).GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic);

        fields.Should().NotBeEmpty();
        foreach (var field in fields) ((Op)field.GetValue(null)!).Invoking(op => op.Find()).Should().NotThrow(field.Name);
    }

    [Fact]
    public void A_missing_libtorch_is_told_with_the_command_that_installs_it() =>
        NativeLoader.Explain("x.so", true, [], "reason").Should()
            .Be("libtorch 1.13 is not installed: run 'apt-get install libtorch-dev libopenblas0-pthread'.");

    [Fact]
    public void Another_version_of_libtorch_is_told_beside_the_one_that_is_needed() =>
        NativeLoader.Explain("x.so", true, ["2.6.0"], "reason").Should()
            .StartWith("Found libtorch 2.6.0, but libtorch 1.13 is needed");

    [Fact]
    public void A_wrong_argument_names_the_operator_and_the_shapes() =>
        FluentActions.Invoking(() => zeros(2, 3).matmul(zeros(4, 5))).Should()
            .Throw<System.Runtime.InteropServices.ExternalException>().WithMessage("*2x3*4x5*aten::matmul*[2, 3], [4, 5]*");

    [Fact]
    public void Tensors_may_be_used_and_disposed_from_several_threads_at_once()
    {
        Parallel.For(0, 4, _ =>
        {
            for (var i = 0; i < 200; i++)
            {
                using var scope = NewDisposeScope();
                var x = ones(8, 8).requires_grad_();
                (x.matmul(x) + x).sum().backward();
                x.grad![0, 0].item<float>().Should().Be(17);
            }
        });
    }

    [Fact]
    public void Gradient_modes_belong_to_their_thread()
    {
        using var off = no_grad();
        var elsewhere = false;
        var thread = new Thread(() => elsewhere = is_grad_enabled());
        thread.Start();
        thread.Join();

        is_grad_enabled().Should().BeFalse();
        elsewhere.Should().BeTrue();
        using (enable_grad()) is_grad_enabled().Should().BeTrue();
        using (inference_mode()) ones(1).Invoking(t => t.requires_grad).Should().NotThrow();
    }
}
