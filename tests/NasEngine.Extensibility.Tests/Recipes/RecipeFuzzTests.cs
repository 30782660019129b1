using System.Text;
using NasEngine.Contracts;

namespace NasEngine.Extensibility.Tests.Recipes;

/// <summary>Damaged recipes: a sentence, or a recipe that runs.</summary>
public sealed class RecipeFuzzTests : RecipeTest
{
    private const int Damages = 120;

    private static readonly byte[] Likely = "\n#\"(){};\0 /*"u8.ToArray();

    [Fact]
    public async Task A_damaged_recipe_is_refused_in_a_sentence_or_runs()
    {
        Folder.Write("word.csx", "const string Word = \"word\";");
        var whole = Encoding.UTF8.GetBytes("// Says a word.\n#load \"word.csx\"\nvar times = Parameter(\"times\", 2, \"how often\");\nPrint(Word + times);\n");
        var ran = 0;
        for (var number = 0; number < Damages; number++)
        {
            var random = RandomSource.For(2, number, "recipe");
            var bytes = whole.ToList();
            for (var left = 1 + random.NextInt(3); left > 0; left--)
            {
                var at = random.NextInt(bytes.Count);
                switch (random.NextInt(4))
                {
                    case 0:
                        bytes[at] = (byte)random.NextInt(256);
                        break;
                    case 1:
                        bytes.RemoveAt(at);
                        break;
                    case 2:
                        bytes.Insert(at, Likely[random.NextInt(Likely.Length)]);
                        break;
                    default:
                        bytes.RemoveRange(at, random.NextInt(3) == 0 ? bytes.Count - at : 1);
                        break;
                }
            }

            var path = Folder.Of($"damaged{number}.csx");
            File.WriteAllBytes(path, [.. bytes]);
            try
            {
                await RunFile(path);
                ran++;
            }
            catch (InputException refusal)
            {
                refusal.Message.Should().NotBeEmpty().And.NotContain("   at ", "damage {0}", number);
            }
        }

        ran.Should().BeInRange(1, Damages - 1, "some damages are harmless and some are not");
    }
}
