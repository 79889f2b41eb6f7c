// The sign-in window has done its work; the page that opened it goes on.
window.close();
