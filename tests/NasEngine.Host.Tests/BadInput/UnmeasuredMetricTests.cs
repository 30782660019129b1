using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.BadInput;

/// <summary>A search that stops at what nothing will measure is refused before anything is written.</summary>
public sealed class UnmeasuredMetricTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_table_says_what_it_has()
    {
        var spec = MadeSearch.Spec("x") with
        {
            Estimator = new ComponentSpec("table", OptionBag.Empty.With("table", CellTable.Write(_folder))),
            Budget = new Budget(6) { Trials = 6, Goal = new Goal("val_loss", 0.3, Direction.Minimize) },
        };
        using var searches = new HostSearchRunner(
            _folder.Of("workspace"), HostServices.Open(Array.Empty<string>()), new LaunchOptions { InProcess = true }, json: true, null,
            TimeProvider.System);

        await FluentActions.Awaiting(() => searches.RunAsync(spec, CancellationToken.None)).Should().ThrowAsync<InputException>().WithMessage(
            "Search 'x' stops at 'val_loss', which estimator 'table' does not measure; there are macs, params, test_accuracy, val_accuracy, "
            + "activation_bytes, weight_bytes.");

        Directory.Exists(_folder.Of("workspace")).Should().BeFalse();
    }
}
