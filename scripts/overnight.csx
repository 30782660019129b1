// A night's search on Fashion-MNIST: ASHA (arXiv 1810.05934) races what TPE proposes until the time is up, the best three are trained for long. What
// was finished by the morning is kept, whatever happens: run it again, and it goes on.

var time = Parameter("time", "8h", "how long to search; the winners' training comes on top");
var macs = Parameter("macs", 9e6, "multiply-adds to stay under", min: 1);
var epochs = Parameter("epochs", 20.0, "epochs of the final training", min: 0.01);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var result = await Search($"overnight-{seed}")
    .Data(Data.FashionMnist())
    .Space("nasbench201", new { Scale = "mini", Channels = 12, Cells = 1 })
    .Strategy("asha", new { MinEpochs = 0.3, MaxEpochs = 8.1 }, Part("tpe"))
    .Training(new { HeldOut = 0.1 })
    .Objective(Maximize.Accuracy().Under(Macs(macs)))
    .Budget(time: time)
    .Window(2)
    .Final(epochs: epochs, count: 3)
    .Seed(seed)
    .RunAsync();

result.Print();
