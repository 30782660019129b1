namespace NasEngine.Networks.Tests.Supernets;

public sealed class PathThreadsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Results_are_taken_in_order_whatever_is_done_first(int count)
    {
        using var threads = new PathThreads(count);
        using var second = new ManualResetEventSlim(count == 1);
        var taken = new List<(int, string)>();

        threads.Run(
            5,
            number =>
            {
                if (number == 0)
                {
                    second.Wait();
                }

                second.Set();
                return $"result {number}";
            },
            (number, result) => taken.Add((number, result)),
            default);

        taken.Should().Equal(Enumerable.Range(0, 5).Select(number => (number, $"result {number}")));
    }

    [Fact]
    public void A_failure_is_thrown_to_the_caller_and_the_threads_go_on_serving()
    {
        using var threads = new PathThreads(2);
        threads.Invoking(it => it.Run(4, number => number == 2 ? throw new InvalidOperationException("path 2") : number, (_, _) => { }, default))
            .Should().Throw<InvalidOperationException>().WithMessage("path 2");

        var sum = 0;
        threads.Run(10, number => number, (_, result) => sum += result, default);
        sum.Should().Be(45);
    }

    [Fact]
    public void Cancellation_ends_the_run()
    {
        using var threads = new PathThreads(2);
        using var source = new CancellationTokenSource();
        var done = 0;
        threads.Invoking(it => it.Run(1000, number => number, (_, _) =>
        {
            if (++done == 3)
            {
                source.Cancel();
            }
        }, source.Token)).Should().Throw<OperationCanceledException>();
        done.Should().Be(3, "no result is taken once the run is cancelled");
    }
}
