using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.BadInput;

/// <summary>What <c>nas space</c> cannot do is said in one sentence with the place.</summary>
public sealed class SpaceInputTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("show nasbench21", "Unknown space 'nasbench21'", "did you mean 'nasbench201'?")]
    [InlineData("shw mlp", "'shw'", "'nas space'", "did you mean 'show'?")]
    [InlineData("size", "'nas space size' needs <space>", "'nas space list' has them")]
    [InlineData("size mlp --set scale=tiny", "Option 'scale' of space 'mlp' is 'tiny'", "paper, mini")]
    [InlineData("size mlp --set scal=mini", "Unknown option 'scal'", "did you mean 'scale'?")]
    [InlineData("size mlp --set scale", "'--set scale' has no '='")]
    [InlineData("sample mlp --count 0", "'0' of --count must be a whole number from 1 to 1000000")]
    [InlineData("cost mlp", "No architecture of space 'mlp' is given", "--reference")]
    [InlineData("cost mnasnet x --reference mnasnet-b1", "Both")]
    [InlineData("cost mnasnet --reference mnasnet-b2", "'mnasnet-b2'", "did you mean 'mnasnet-b1'?")]
    [InlineData("cost nasbench-macro 01201203", "'01201203' is not an architecture of space 'nasbench-macro'", "8 digits from 0 to 2")]
    [InlineData("cost nasbench201 |skip~0|+|none~0|none~1|+|none~0|none~1|none~2|", "node 1 has the unknown operation 'skip'")]
    [InlineData("cost mlp relu|d1|w20|-|-|-", "Decision 'layer1' of space 'mlp' has no choice 'w20'", "known: w128, w16, w256, w32, w64")]
    [InlineData("cost mlp relu|d1", "has 2 groups", "'mlp' has 6")]
    [InlineData("cost mnasnet fbnetv2-f:0.1.2", "'fbnetv2-f:0.1.2' is not an architecture of space 'mnasnet'")]
    [InlineData("cost nasbench201 nasbench201:0.1.2", "space 'nasbench201' has 6 values; 3 were given")]
    [InlineData("cost mlp mlp:0.0.1.2.-.-", "this version of space 'mlp'", "'mlp:0.0.1.-.-.-'")]
    [InlineData("cost nasbench-macro 00000000 --latency none.json", "none.json' (option 'latency'", "cannot be read")]
    [InlineData("draw mlp relu|d1|w16|-|-|-", "'nas space draw' needs --out <FILE.svg>")]
    [InlineData("draw mlp relu|d1|w16|-|-|- --out /dev/null/x.svg", "cannot be written", "/dev/null/x.svg")]
    [InlineData("size fbnetv2-f --set macro=16/12+1+1+1", "Row 1 of the macro table has channels '16/12'", "ascending")]
    [InlineData("size fbnetv2-f --set macro=16+1+1", "Row 1 of the macro table is '16 1 1'", "4 cells: channels expansions blocks stride")]
    [InlineData("size tf-nas --set macro=24+2+2+rellu", "activation 'rellu'", "did you mean 'relu'?")]
    [InlineData("size tf-nas --set macro=@none.txt", "'none.txt' cannot be read")]
    [InlineData("cost mobilenet-v2 --reference mobilenet-v3-small --set head=1000", "Option 'head' changes nothing", "'mobilenet-v3-small'")]
    [InlineData("cost fbnetv2-f fbnetv2-f1 --set inputSize=96", "Option 'inputSize' changes nothing", "'fbnetv2-f1'")]
    [InlineData("size mlp --set depth=2 --set Depth=3", "Option 'Depth' is set twice")]
    [InlineData("sample nasbench201 --set inputSize=29", "'inputSize' is 29", "28 or 32")]
    [InlineData("size morphism --set stages=7", "In stage7: max_pool", "does not fit into")]
    public async Task It_is_named_with_what_would_be_right(string line, params string[] words)
    {
        var result = await NasProgram.RunAsync(_folder.Path, ["space", .. line.Split(' ').Select(word => word.Replace('+', word.Contains('=') ? ' ' : '+'))]);

        result.ShouldRefuse(words);
        _folder.Content.Should().BeEmpty();
    }

    [Fact]
    public async Task A_broken_latency_table_is_told_with_the_line()
    {
        _folder.Write("latency.json", "{\n  \"conv\": 1,\n  \"bn\" 2\n}");

        var result = await NasProgram.RunAsync(_folder.Path, "space", "cost", "nasbench-macro", "00000000", "--latency", "latency.json");

        result.ShouldRefuse("latency.json' is not valid JSON at line 3");
    }
}
