using NasEngine.Contracts;
using NasEngine.Pipeline.Measuring;
using NasEngine.Pipeline.Sharing;

namespace NasEngine.Pipeline.Tests.Measuring;

/// <summary>Where cost models keep what they measure, and when they may.</summary>
public sealed class MeasuredCostsTests : IDisposable
{
    private const string Name = "table cpu, AMD EPYC (R)";

    private readonly DirectoryInfo _workspace = Directory.CreateTempSubdirectory("nas-measured-");
    private readonly Machine _machine = new();
    private readonly List<string> _said = [];

    private string File => Path.Combine(_workspace.FullName, "measured", "table-cpu-amd-epyc-r.json");

    public void Dispose() => _workspace.Delete(recursive: true);

    [Fact]
    public void Nothing_is_written_before_the_search_begins_and_all_from_then_on()
    {
        var costs = Opened();
        costs.Extend(Name, _ => [1]);
        _workspace.EnumerateFileSystemInfos().Should().BeEmpty();

        costs.Keep(begun: null);

        Read().Should().Equal(1);
        _said.Should().Equal($"What is measured for costs is kept in '{File}'.");
        costs.Extend(Name, kept => [.. kept.Span, 2]);
        Read().Should().Equal(1, 2);
        costs.Extend(Name, _ => null);
        Read().Should().Equal(1, 2);
        Opened().Open(Name, [0]).ToArray().Should().Equal(1, 2);
        new DirectoryInfo(Path.GetDirectoryName(File)!).EnumerateFiles().Should().ContainSingle();
    }

    [Fact]
    public void A_search_that_goes_on_without_what_it_went_by_is_refused()
    {
        var costs = Opened();

        costs.Invoking(one => one.Keep(begun: "mine")).Should().Throw<InputException>().WithMessage(
            $"Search 'mine' goes by what it measured where it began, and '{File}' is not there: go on with it on the machine and device that it began "
            + "on, bring the file back, or give the search another name.");
        _workspace.EnumerateFileSystemInfos().Should().BeEmpty();
    }

    [Fact]
    public void What_another_run_wrote_since_it_was_read_is_not_overwritten()
    {
        var (late, first) = (Opened(), Opened());
        first.Keep(begun: null);
        first.Extend(Name, _ => [9]);

        late.Invoking(one => one.Keep(begun: null)).Should().Throw<InputException>().WithMessage($"'{File}' was written by another run just now; start again.");
        Read().Should().Equal(9);
    }

    [Fact]
    public void What_the_disk_refuses_is_not_taken_for_kept()
    {
        var costs = Opened();
        costs.Keep(begun: null);
        Directory.CreateDirectory(File + ".part");

        costs.Invoking(one => one.Extend(Name, _ => [3])).Should().Throw<InputException>().WithMessage($"What was measured cannot be written to '{File}': *");
        costs.Extend(Name, kept =>
        {
            kept.ToArray().Should().Equal(0);
            return null;
        });
    }

    [Fact]
    public async Task A_job_that_runs_is_waited_for_and_none_begins_meanwhile()
    {
        var (costs, jobs) = (Opened(), _machine.Join(2));
        var running = await jobs.EnterAsync(default);
        var begun = new TaskCompletionSource();
        using var goOn = new ManualResetEventSlim();
        var measuring = Task.Run(() => costs.Extend(Name, _ =>
        {
            begun.SetResult();
            goOn.Wait(TimeSpan.FromMinutes(1));
            return null;
        }));
        SpinWait.SpinUntil(() => costs.IsBusy, TimeSpan.FromMinutes(1)).Should().BeTrue();
        begun.Task.IsCompleted.Should().BeFalse();

        running.Dispose();

        await begun.Task.WaitAsync(TimeSpan.FromMinutes(1));
        var next = jobs.EnterAsync(default).AsTask();
        next.IsCompleted.Should().BeFalse();
        costs.IsBusy.Should().BeTrue();
        goOn.Set();
        await measuring;
        (await next).Dispose();
        costs.IsBusy.Should().BeFalse();
    }

    private MeasuredCosts Opened()
    {
        var costs = new MeasuredCosts(new MeasuredFolder(_workspace.FullName), _machine.Join(1), device => device, _said.Add);
        costs.Open(Name, [0]);
        return costs;
    }

    private byte[] Read() => System.IO.File.ReadAllBytes(File);
}
