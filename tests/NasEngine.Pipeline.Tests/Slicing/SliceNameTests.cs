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
        { new("x", [new CostTarget("fp16_macs", 2e6)], "phone-v1-0f3a"), "x.under-fp16_macs2000000-by-phone-v1-0f3a" },
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

    [Fact]
    public void A_table_is_called_by_its_file_and_what_is_in_it()
    {
        var folder = Directory.CreateTempSubdirectory();
        string Called(string file, string text)
        {
            var path = Path.Combine(folder.FullName, file);
            File.WriteAllText(path, text);
            return SliceName.TableOf(path);
        }

        try
        {
            var phone = Called("phone.json", "{}");
            phone.Should().MatchRegex("^phone-[0-9a-f]{8}$");
            Called("phone.json", "{ }").Should().NotBe(phone).And.StartWith("phone-");
            Called("phone.v1.json", "{}").Should().Be("phone-v1" + phone[5..]);
            Called(".json", "{}").Should().Be("unnamed" + phone[5..]);
            SliceName.TableOf("nowhere/watch.json").Should().Be("watch");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
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
