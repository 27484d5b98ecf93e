using Annalist.Cli;

return Application.RunOnConsole(args);
