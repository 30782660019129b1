// What the published experiments share: the pictures, the scale, and how epochs become steps of a supernet.

var mini = Parameter("mini", false, "minutes on two cores instead of the paper's days: small spaces, hundreds of steps");
var photos = Parameter("photos", "", "folder with a folder of pictures per class; without it Fashion-MNIST");
var size = Parameter("size", 32, "height and width that these pictures are brought to, pixels", min: 8);
var classes = Parameter("classes", 10, "how many classes they are of", min: 2);
var images = Parameter("images", 60_000, "how many of them train: epochs are counted in steps by it", min: 2);
var seed = Parameter("seed", 1, "where all random numbers come from", min: 0);

ComponentSpec Pictures() => photos.Length > 0 ? Data.Folder(photos, new { Size = size }) : Data.FashionMnist();

// A space at the paper's scale or the mini one, for these pictures.
ComponentSpec For(string space, object? options = null) => new(space, OptionBag.From(options)
    .With("scale", mini ? "mini" : "paper")
    .With("inputChannels", photos.Length > 0 ? "3" : "1")
    .With("inputSize", $"{(photos.Length > 0 ? size : 28)}")
    .With("classes", $"{(photos.Length > 0 ? classes : 10)}"));

// Steps of a supernet that trains on a share of the pictures.
int Steps(double epochs, int batch, double share) => (int)Math.Max(1, Math.Round(epochs * images * share / batch));

string Accuracy(SearchResult result) => result.Found.IsEmpty ? "" :
    $", test accuracy {result.Best.Metrics["test_accuracy"]:0.0000} at {result.Best.Metrics["macs"] / 1e6:0.00} M multiply-adds";

// Trains what a small supernet found as a network of another size.
async Task TrainLarger(SearchResult found, string name, ComponentSpec space, object training)
{
    if (found.Found.IsEmpty)
    {
        found.Print();
        return;
    }

    var result = await Search(name)
        .Data(Pictures())
        .Space(space)
        .Strategy("train-once", new { Architectures = found.Best.Text })
        .Training(training)
        .Objective(Maximize.Accuracy())
        .Budget(trials: 1)
        .Final(inherit: true)
        .Seed(seed)
        .RunAsync();
    result.Print();
}
