// Texts of your own, a line "LABEL tab TEXT" each: networks of attention and convolutions that learn the label, and a model for your program.
var texts = Parameter("texts", "texts.txt", "the texts ('nas data check' looks at them)");
var length = Parameter("length", 64, "tokens of a text: longer ones are cut, shorter ones padded", min: 1);
var tokens = Parameter("tokens", 8192, "the most tokens that are told apart", min: 3);
var classes = Parameter("classes", 2, "how many labels there are; 1 where a number is learned", min: 1);
var trials = Parameter("trials", 16, "networks in the race", min: 1);
var epochs = Parameter("epochs", 20.0, "passes over the texts for the winner; a fifth of them in the race", min: 0.1);
var batch = Parameter("batch", 32, "texts of a training batch", min: 2);
var seed = Parameter("seed", 1, "where all random numbers come from", min: 0);

object How(double share) => new { Epochs = epochs * share, BatchSize = batch, HeldOut = 0.2, LearningRate = 0.05, ClassWeights = classes > 1 ? "balanced" : "none" };
var result = await Search("your-text")
    .Data(Data.Sequence(texts, new { Length = length, Tokens = tokens }))
    .Space("sequence", new { Tokens = tokens, Length = length, Classes = classes, Depth = 2, Widths = "32,64" })
    .Strategy("random", new { Unique = true })
    .Training(How(0.2))
    .Objective(Minimize.Loss())
    .Budget(trials: trials)
    .Final(epochs, options: How(1))
    .Seed(seed)
    .RunAsync();

result.Print();
if (result.Found.Length > 0)
{
    await result.Best.ExportOnnxAsync("your-text.onnx");
}
