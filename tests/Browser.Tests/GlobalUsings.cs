global using Microsoft.Playwright;
global using Monitor.Rules;
global using static Microsoft.Playwright.Assertions;
