using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.BadInput;

/// <summary>A search that nothing in its space is good enough for is refused before anything is written.</summary>
public sealed class ImpossibleLimitTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    public async Task Limits_that_no_architecture_keeps_to_together_are_bad_input(string unique)
    {
        var spec = MadeSearch.Spec("x") with
        {
            Estimator = "told",
            Strategy = new ComponentSpec("random", OptionBag.Empty.With("feasible", "true").With("unique", unique)),
            Objective = new Objective(MetricNames.ValidationAccuracy, [])
                .Require(new Constraint(MetricNames.Macs, 1.5e8, Direction.Maximize)).Require(new Constraint(MetricNames.Parameters, 1e5)),
        };
        using var searches = new HostSearchRunner(
            _folder.Path, HostServices.Open(Array.Empty<string>()), new LaunchOptions(), json: true, null, TimeProvider.System);

        await FluentActions.Awaiting(() => searches.RunAsync(spec, CancellationToken.None)).Should().ThrowAsync<InputException>()
            .WithMessage("Strategy 'random' of search 'x' finds nothing to propose within its limits (macs at least 150,000,000 (required), "
                + "params at most 100,000 (required)); set limits that its space can keep to.");

        _folder.Content.Should().BeEmpty();
    }
}
