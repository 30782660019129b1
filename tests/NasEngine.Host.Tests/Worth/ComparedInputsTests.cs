using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Host.Composition;
using NasEngine.Host.Tests.Programs;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Worth;

namespace NasEngine.Host.Tests.Worth;

/// <summary>A winner is compared with what was trained as it was, on what it was trained on.</summary>
public sealed class ComparedInputsTests : IDisposable
{
    private static readonly SearchSpec Spec = MadeSearch.Spec("mine") with
    {
        Objective = new Objective(MetricNames.ValidationAccuracy, []),
        Final = new FinalSpec(new ComponentSpec("table", OptionBag.Empty.With("epochs", "4")), 2),
    };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_the_finals_read_is_compared_with_what_the_comparison_reads_as_its_own()
    {
        Check(("estimator.table", "final")).Should().NotThrow();
        Check(("estimator.table", "other")).Should().Throw<InputException>()
            .WithMessage("The file 'estimator.table' of search 'mine' is not what it was when the search ran*bring it back to compare its winner.");
        Check(("space.macro", "other")).Should().Throw<InputException>().WithMessage("The file 'space.macro'*");
    }

    [Fact]
    public void Without_finals_it_is_what_the_search_itself_read() =>
        FluentActions.Invoking(() => ComparedInputs.MustBeTheSame(Header(Spec with { Final = null }), Read(("estimator.table", "final"))))
            .Should().Throw<InputException>().WithMessage("The file 'estimator.table'*");

    [Fact]
    public void A_comparison_that_was_trained_as_winners_were_before_the_finals_were_changed_is_refused()
    {
        MadeSearch.Write(_folder.Path, Spec, MadeSearch.Completed, "completed");
        using var journal = SearchJournal.OpenToRead(_folder.Path)!;
        var subject = WorthSubject.Of(SearchHistory.Read(journal, journal.Find("mine")!));
        var services = HostServices.Open(Array.Empty<string>()).Catalog;
        WorthPlan Plan(string epochs) => WorthPlan.Of(subject, new WorthRequest(5), services, new MeasuredInMemory(), name => Spec with
        {
            Name = name, Estimator = new ComponentSpec("table", OptionBag.Empty.With("epochs", epochs)), Final = null,
        });

        Plan("4").Spec.Estimator.Options.Values["epochs"].Should().Be("4");
        FluentActions.Invoking(() => Plan("2")).Should().Throw<InputException>().WithMessage(
            "The random architectures of 'mine.worth-5-winner' were trained as the winners of search 'mine' were before its .Final was changed; "
            + "compare with others: another --against or --seed.");
    }

    private static Action Check((string Place, string Hash) read) =>
        FluentActions.Invoking(() => ComparedInputs.MustBeTheSame(Header(Spec), Read(read)));

    private static InputHashes Read((string Place, string Hash) file) => new(null, new Dictionary<string, string> { [file.Place] = file.Hash });

    private static SearchHeader Header(SearchSpec spec) => new(
        1,
        spec,
        new SearchOrigin("1", "cpu", null, [], null)
        {
            Files = new() { ["estimator.table"] = "search", ["final.table"] = "final", ["space.macro"] = "macro" },
        },
        MadeSearch.At,
        1,
        "completed");
}
