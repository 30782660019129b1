using NasEngine.Host.Commands;
using NasEngine.Host.Composition;

return await CommandLine.RunAsync(args, Root.For(args));
