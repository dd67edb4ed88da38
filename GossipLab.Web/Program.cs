using GossipLab.Web.Labs;
using GossipLab.Web.Shell;
using GossipLab.Web.Words;
using MudBlazor.Services;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets(); // Otherwise only a published build finds its files outside Development.
builder.WebHost.ListenWhereTold(builder.Configuration);

builder.Services.AddResponseCompression();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddSignalR().AddMessagePackProtocol();
builder.Services.AddMudServices();
builder.Services.AddScoped<ContentSecurity>();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(new LabLimits());
builder.Services.AddSingleton<LabDirectory>();

var app = builder.Build();
app.UseResponseCompression();
app.Use(ContentSecurity.Guard);
app.UseExceptionHandler(PageRoutes.Error, createScopeForErrors: true);
app.UseStatusCodePagesWithReExecute(PageRoutes.NotFound, createScopeForStatusCodePages: true);
app.UseAntiforgery();

app.MapStaticAssets();
app.MapGet(PageRoutes.Health, () => "ok");
app.MapHub<LabHub>(LabHub.Route);
app.MapRazorComponents<App>()
    .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);

app.Run();
