using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Slicing;

namespace NasEngine.Pipeline.Tests;

public sealed class SliceNameTests
{
    public static TheoryData<SliceName, string> Names { get; } = new()
    {
        { new("bignas", [new CostTarget("macs", 1e6)], null), "bignas.under-macs1000000" },
        { new("a.b-1", [new CostTarget("latency_ms", 2.5), new CostTarget("params", 3e5)], "phone"), "a.b-1.under-latency_ms2.5-params300000-by-phone" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_says_what_was_asked_and_of_which_search(SliceName name, string text)
    {
        name.ToString().Should().Be(text);
        SearchName.CheckDerived(text).Should().Be(text);
        SliceName.SearchIn(text).Should().Be(name.Search);
        DerivedSearch.OriginOf(text).Should().Be(name.Search);
    }

    [Theory]
    [InlineData("bignas")]
    [InlineData("bignas.under")]
    [InlineData("bignas.under-macs")]
    [InlineData("bignas.under-1000000")]
    [InlineData(".under-macs1")]
    [InlineData("bignas.under-macs1-by-")]
    public void Another_name_is_of_no_slices(string name) => SliceName.SearchIn(name).Should().BeNull();
}
