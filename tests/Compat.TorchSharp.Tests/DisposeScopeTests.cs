using TorchSharp;
using static TorchSharp.torch;

namespace Compat.TorchSharp.Tests;

public sealed class DisposeScopeTests
{
    [Fact]
    public void A_scope_frees_what_was_made_in_it_except_what_moved_out()
    {
        Tensor inside, kept;
        using (NewDisposeScope())
        {
            inside = zeros(2);
            kept = ones(2).MoveToOuterDisposeScope();
        }

        inside.IsInvalid.Should().BeTrue();
        kept.IsInvalid.Should().BeFalse();
        kept.Dispose();
    }

    [Fact]
    public void Nested_scopes_hand_a_tensor_outwards_one_at_a_time()
    {
        using var outer = NewDisposeScope();
        Tensor moved;
        using (NewDisposeScope()) moved = zeros(2).MoveToOuterDisposeScope();

        outer.Contains(moved).Should().BeTrue();
        outer.DisposablesCount.Should().Be(1);
    }

    [Fact]
    public void A_detached_tensor_outlives_every_scope_until_it_is_attached_again()
    {
        Tensor free;
        using (NewDisposeScope()) free = zeros(2).DetachFromDisposeScope();
        free.IsInvalid.Should().BeFalse();

        using (var scope = NewDisposeScope()) scope.Attach(free);

        free.IsInvalid.Should().BeTrue();
    }

    [Fact]
    public void Everything_but_the_kept_tensors_is_freed_at_once()
    {
        using var scope = NewDisposeScope();
        var kept = zeros(2);
        var gone = zeros(2);

        scope.DisposeEverythingBut(kept);

        gone.IsInvalid.Should().BeTrue();
        kept.IsInvalid.Should().BeFalse();
    }

    [Fact]
    public void Statistics_count_tensors_made_and_freed_inside_and_outside_of_scopes()
    {
        var statistics = DisposeScopeManager.Statistics;
        statistics.Reset();
        zeros(1).Dispose();
        using (NewDisposeScope())
        {
            zeros(1);
            zeros(1).DetachFromDisposeScope().Dispose();
        }

        statistics.CreatedOutsideScopeCount.Should().Be(1);
        statistics.DisposedOutsideScopeCount.Should().Be(2);
        statistics.CreatedInScopeCount.Should().Be(2);
        statistics.DisposedInScopeCount.Should().Be(1);
        statistics.DetachedFromScopeCount.Should().Be(1);
        statistics.ThreadTotalLiveCount.Should().Be(0);
    }

    [Fact]
    public void A_parameter_takes_the_place_of_its_tensor_without_being_counted()
    {
        var statistics = DisposeScopeManager.Statistics;
        using var scope = NewDisposeScope();
        var tensor = zeros(1);
        statistics.Reset();
        var parameter = new global::TorchSharp.Modules.Parameter(tensor);
        tensor.Dispose();

        statistics.TensorStatistics.ToString().Should().Be(
            "ThreadTotalLiveCount: 0; CreatedOutsideScopeCount: 0; DisposedOutsideScopeCount: 0; CreatedInScopeCount: 0; " +
            "DisposedInScopeCount: 0; AttachedToScopeCount: 0; DetachedFromScopeCount: 0");
        tensor.IsInvalid.Should().BeTrue();
        scope.Contains(parameter).Should().BeTrue();
    }

    [Fact]
    public void A_dropped_tensor_is_freed_by_its_finalizer()
    {
        var before = Tensor.TotalCount;
        Drop();
        for (var i = 0; i < 10 && Tensor.TotalCount > before; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Tensor.TotalCount.Should().BeLessOrEqualTo(before);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Drop() => zeros(1000).sum();
}
