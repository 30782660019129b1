// ENAS's recurrent cells (arXiv 1802.03268, section 2.1) on texts of your own, a line "LABEL tab TEXT" each: a controller and the weights
// that all cells share learn in turn; the best of ten cells that it draws in the end is trained from scratch.
var texts = Parameter("texts", "texts.txt", "the texts ('nas data check' looks at them)");
var length = Parameter("length", 64, "tokens of a text: longer ones are cut, shorter ones padded", min: 1);
var tokens = Parameter("tokens", 8192, "the most tokens that are told apart", min: 3);
var classes = Parameter("classes", 2, "how many labels there are; 1 where a number is learned", min: 1);
var units = Parameter("units", 64, "units of the state, and of an embedding; 748 in the authors' program", min: 1);
var nodes = Parameter("nodes", 12, "nodes of a cell", min: 1);
var rounds = Parameter("rounds", 5, "rounds of weights and controller", min: 1);
var weightSteps = Parameter("weightSteps", 50, "steps of the shared weights in a round", min: 1);
var controllerSteps = Parameter("controllerSteps", 10, "steps of the controller in a round", min: 1);
var rate = Parameter("rate", 0.02, "step size of the controller; 0.0035 over the 150 rounds of the authors", min: 1e-6);
var batch = Parameter("batch", 32, "texts of a batch", min: 2);
var epochs = Parameter("epochs", 20.0, "passes over the texts for the winner", min: 0.1);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

// States multiply over the places of a text: gradients are kept small, and the steps can then be large.
var result = await Search("enas-rnn")
    .Data(Data.Sequence(texts, new { Length = length, Tokens = tokens }))
    .Space("enas-rnn", new { Tokens = tokens, Length = length, Classes = classes, Units = units, Nodes = nodes })
    .Strategy("enas", new { WeightSteps = weightSteps, ControllerSteps = controllerSteps, LearningRate = rate })
    .Training(new { BatchSize = batch, LearningRate = 0.5, Clip = 1, HeldOut = 0.2 })
    .Objective(Maximize.Accuracy())
    .Budget(steps: (rounds * (weightSteps + controllerSteps)) + 1)
    .Final(epochs, options: new { BatchSize = batch, LearningRate = 0.5, Clip = 1 })
    .Seed(seed)
    .RunAsync();

result.Print();
if (result.Found.Length > 0)
{
    await result.Best.ExportOnnxAsync("enas-rnn.onnx");
}
