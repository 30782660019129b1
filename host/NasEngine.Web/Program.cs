using NasEngine.Host.Commands;
using NasEngine.Host.Composition;
using NasEngine.Web.Serving;

return await CommandLine.RunAsync(args, Root.Command(ServeCommand.Create(WebServer.ServeAsync)));
