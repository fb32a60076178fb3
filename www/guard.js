// Closes what the page's policy cannot: a Content-Security-Policy stops every connection, but not a script that
// leads the page itself to another address, opens a window or makes a peer connection. mailtls does none of
// these; this takes the means away before any other script runs. A click of the user on a link still works.
(function () {
  'use strict';

  ['open', 'RTCPeerConnection', 'webkitRTCPeerConnection', 'mozRTCPeerConnection', 'WebTransport'].forEach(function (name) {
    try {
      Object.defineProperty(window, name, { value: undefined, writable: false, configurable: false });
    } catch (error) {
      // An engine that protects the name; its policy still stands.
    }
  });

  /** Whether following this address would leave the page. */
  function leaves(address) {
    return /^(https?|ftp|wss?|mailto):/i.test(String(address)) && String(address).split('#')[0] !== location.href.split('#')[0];
  }

  if (window.navigation && navigation.addEventListener) {
    navigation.addEventListener('navigate', function (event) {
      if (!event.userInitiated && event.cancelable && leaves(event.destination.url)) {
        event.preventDefault();
      }
    });
  }

  // A link that a script clicks is not a click of the user.
  window.addEventListener('click', function (event) {
    var link = event.isTrusted ? null : event.target;
    while (link && link.nodeName !== 'A') {
      link = link.parentNode;
    }
    if (link && (leaves(link.href) || link.hasAttribute('ping'))) {
      event.preventDefault();
    }
  }, true);
}());
