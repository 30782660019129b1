using System.Xml.Linq;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Spaces;

/// <summary><c>nas space</c> as users run it.</summary>
public sealed class SpaceCommandTests : IDisposable
{
    private const string Skips = "|skip_connect~0|+|skip_connect~0|skip_connect~1|+|skip_connect~0|skip_connect~1|skip_connect~2|";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task List_names_every_space_with_a_line_about_it()
    {
        var text = (await RunAsync("list")).Output;
        var json = (await RunAsync("list", "--json")).Json.GetProperty("spaces").EnumerateArray().ToArray();

        var ids = json.Select(space => space.GetProperty("id").GetString()).ToArray();
        ids.Should().Contain(
            "fbnetv2-f", "fbnetv2-f-fine", "fbnetv2-f-plus", "fp-nas-l0", "fp-nas-l1", "fp-nas-l2", "tf-nas", "mnasnet", "mobilenet-v2",
            "efficientnet", "pnas", "darts", "enas", "nasbench201", "nasbench-macro", "fabric", "morphism", "mlp");
        json.Should().OnlyContain(space => space.GetProperty("summary").GetString()!.Length > 10);
        text.Should().ContainAll(ids);
    }

    [Fact]
    public async Task Show_has_decisions_published_networks_and_what_is_assumed()
    {
        var text = (await RunAsync("show", "fbnetv2-f")).Output;
        var json = (await RunAsync("show", "fp-nas-l0", "--json")).Json;

        text.Should().ContainAll(
            "fbnetv2-f: 61296505306198810017398784 architectures, 54 decisions in 11 layers", "stage11.channels", "c208 c216 c224",
            "Published networks: fbnetv2-f1", "Assumed where the sources leave it open:", "- The closing row", "nas plugins show fbnetv2-f");
        json.GetProperty("decisions").GetArrayLength().Should().Be(54);
        json.GetProperty("decisions")[1].GetProperty("choices").EnumerateArray().Select(choice => choice.GetString()).Should().Equal("k3", "k5");
        json.GetProperty("assumptions")[0].GetString().Should().Contain("assumed");
    }

    [Fact]
    public async Task Show_tells_when_a_decision_is_active()
    {
        var text = (await RunAsync("show", "mlp", "--set", "depth=2")).Output;

        text.Should().MatchRegex("layer1 .* always").And.MatchRegex("layer2 .* depth in d2");
    }

    [Fact]
    public async Task Size_is_exact()
    {
        (await RunAsync("size", "nasbench201")).Output.Should().Be("15625 (10^4.19)\n");
        var json = (await RunAsync("size", "fbnetv2-f", "--json")).Json;
        json.GetProperty("size").GetString().Should().Be("61296505306198810017398784");
        json.GetProperty("log10").GetDouble().Should().Be(25.7874);
    }

    [Fact]
    public async Task Size_takes_a_macro_table_of_ones_own_from_a_file()
    {
        _folder.Write("macro.txt", "# channels expansions blocks stride\n12/16 1 1 1\n16/20/24 0.75/1.25 2 2   # with two blocks\n");

        (await RunAsync("size", "fbnetv2-f", "--set", "macro=@macro.txt", "--json")).Json.GetProperty("size").GetString().Should().Be("768");
    }

    [Fact]
    public async Task Samples_of_a_seed_are_the_same_and_their_texts_are_taken_back()
    {
        var text = (await RunAsync("sample", "mnasnet", "--count", "3", "--seed", "5")).Output;
        var json = (await RunAsync("sample", "mnasnet", "--count", "3", "--seed", "5", "--json")).Json;

        var architectures = json.GetProperty("architectures").EnumerateArray().Select(one => one.GetString()!).ToArray();
        text.Should().Be(string.Concat(architectures.Select(one => one + "\n")));
        architectures.Should().HaveCount(3).And.OnlyHaveUniqueItems();
        (await RunAsync("cost", "mnasnet", architectures[0], "--json")).Json.GetProperty("macs").GetInt64().Should().BePositive();
    }

    [Theory]
    [InlineData("mobilenet-v2", "mobilenet-v2", 300_774_272, 3_504_872)]
    [InlineData("mnasnet", "mnasnet-b1", 314_415_872, 4_383_312)]
    [InlineData("efficientnet", "efficientnet-b0", 385_814_752, 5_288_548)]
    public async Task Cost_of_a_reference_has_the_published_figures(string space, string name, long macs, long parameters)
    {
        var json = (await RunAsync("cost", space, "--reference", name, "--json")).Json;

        json.GetProperty("macs").GetInt64().Should().Be(macs);
        json.GetProperty("params").GetInt64().Should().Be(parameters);
        json.GetProperty("activation_bytes").GetInt64().Should().BePositive();
    }

    [Fact]
    public async Task Cost_takes_the_spaces_own_text_and_says_it_in_words()
    {
        (await RunAsync("cost", "nasbench201", Skips)).Output
            .Should().Be($"{Skips}: 7,783,040 multiply-adds, 73,306 parameters, 1,777,960 bytes of activations, 293,224 of weights\n");
        (await RunAsync("cost", "nasbench-macro", "00000000", "--json")).Json.GetProperty("architecture").GetString().Should().Be("00000000");
    }

    [Fact]
    public async Task Cost_predicts_latency_from_a_table_of_the_keys_that_it_lists()
    {
        var keys = (await RunAsync("cost", "nasbench-macro", "01201201", "--keys", "--json")).Json.GetProperty("keys").EnumerateObject().ToArray();
        _folder.Write("latency.json", "{" + string.Join(',', keys.Select((key, number) => $"\"{key.Name}\":{number + 1}")) + "}");

        var json = (await RunAsync("cost", "nasbench-macro", "01201201", "--latency", "latency.json", "--json")).Json;

        json.GetProperty("predicted_latency_ms").GetDouble().Should().Be(keys.Select((key, number) => key.Value.GetInt32() * (number + 1)).Sum());
    }

    [Theory]
    [InlineData("fbnetv2-f", "--reference", "fbnetv2-f4")]
    [InlineData("nasbench-macro", "01201201", null)]
    public async Task Draw_writes_a_picture(string space, string one, string? other)
    {
        string[] subject = other is null ? [one] : [one, other];
        var json = (await RunAsync(["draw", space, .. subject, "--out", "picture.svg", "--json"])).Json;

        var svg = XDocument.Load(_folder.Of("picture.svg"));
        svg.Root!.Name.LocalName.Should().Be("svg");
        svg.Root.Value.Should().Contain(other ?? one).And.Contain("stage1").And.Contain("→ 10");
        json.GetProperty("file").GetString().Should().Be(_folder.Of("picture.svg"));
        json.GetProperty("hash").GetString().Should().HaveLength(64);
    }

    private async Task<ProgramResult> RunAsync(params string[] arguments) =>
        (await NasProgram.RunAsync(_folder.Path, ["space", .. arguments])).Succeeded();
}
